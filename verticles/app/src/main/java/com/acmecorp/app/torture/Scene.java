package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;
import com.acmecorp.app.systemtest.RunningTest;
import com.acmecorp.app.systemtest.Screen;
import com.acmecorp.app.systemtest.TestPlan;

import io.vertx.core.Vertx;

import java.util.List;

/**
 * A system that is to be hurt, with what is around it.
 *
 * @param api base URL at which customers order
 * @param privateApi base URL at which operators look after it
 * @param surroundings what is closed after the system
 * @param orders what is ordered in each round
 * @param demands what an attack demands beyond that no order is lost and none is there twice
 * @param alarms the alerts that operators must see of an attack
 */
record Scene(
        Victim victim,
        String api,
        String privateApi,
        Strike strike,
        AutoCloseable surroundings,
        Orders orders,
        Demand demands,
        List<Alarm> alarms) {

    Scene {
        alarms = List.copyOf(alarms);
    }

    /** One with test orders, and of which operators need not hear. */
    static Scene of(
            Victim victim,
            String api,
            String privateApi,
            Strike strike,
            AutoCloseable surroundings) {
        return new Scene(
                victim,
                api,
                privateApi,
                strike,
                surroundings,
                RunningTest::begin,
                Demand.CLEAR_IN_THE_END,
                List.of());
    }

    Scene ordering(Orders others) {
        return new Scene(victim, api, privateApi, strike, surroundings, others, demands, alarms);
    }

    Scene demanding(Demand more) {
        return new Scene(victim, api, privateApi, strike, surroundings, orders, more, alarms);
    }

    Scene alarming(Alarm... expected) {
        return new Scene(
                victim, api, privateApi, strike, surroundings, orders, demands, List.of(expected));
    }

    /** Begins a round's orders. */
    @FunctionalInterface
    interface Orders {
        Load begin(Vertx vertx, TestPlan plan, Screen screen);
    }

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
