package com.acmecorp.app.torture;

import java.util.List;

/**
 * A system that is to be hurt, with what is around it.
 *
 * @param api base URL at which customers order
 * @param database URL of the private GraphQL API
 * @param demands what an attack demands beyond that no order is lost and none is there twice
 * @param alarms the alerts that operators must see of an attack
 * @param surroundings what is closed after the system
 */
record Scene(
        Victim victim,
        String api,
        String database,
        Strike strike,
        Demand demands,
        List<Alarm> alarms,
        AutoCloseable surroundings) {

    Scene {
        alarms = List.copyOf(alarms);
    }

    /** One of which operators need not hear. */
    Scene(
            Victim victim,
            String api,
            String database,
            Strike strike,
            Demand demands,
            AutoCloseable surroundings) {
        this(victim, api, database, strike, demands, List.of(), surroundings);
    }

    /** What is demanded of requests. */
    enum Demand {
        /** A request may remain without an answer, as long as asking again clears it up. */
        CLEAR_IN_THE_END,
        /** Each request that the system began to work for is answered, and not with a failure. */
        ANSWERED
    }

    JsonApi operators() {
        return new JsonApi(database.replaceFirst("/database$", ""));
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
