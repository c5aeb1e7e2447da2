package com.acmecorp.app.torture;

/**
 * A system that is to be hurt, with what is around it.
 *
 * @param api base URL at which customers order
 * @param database URL of the private GraphQL API
 * @param demands what an attack demands beyond that no order is lost and none is there twice
 * @param surroundings what is closed after the system
 */
record Scene(
        Victim victim,
        String api,
        String database,
        Strike strike,
        Demand demands,
        AutoCloseable surroundings) {

    /** What is demanded of requests. */
    enum Demand {
        /** A request may remain without an answer, as long as asking again clears it up. */
        CLEAR_IN_THE_END,
        /** Each request that the system began to work for is answered, and not with a failure. */
        ANSWERED
    }

    void open() {
        victim.start();
    }

    /** Leaves nothing running. A second call does nothing. */
    void close() {
        victim.close();
        try {
            surroundings.close();
        } catch (Exception e) {
            throw new IllegalStateException("something is left around the system", e);
        }
    }
}
