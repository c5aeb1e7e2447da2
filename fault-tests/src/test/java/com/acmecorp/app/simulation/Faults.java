package com.acmecorp.app.simulation;

import com.acmecorp.app.simulation.sql.Wire.Fate;

import java.util.Random;

/**
 * All that goes wrong, as the seed has it. Each seed has its troubles at some of the places and none at the others: much
 * of one kind shows more than a little of each.
 */
final class Faults {

    private static final double MOST = 0.25;
    private static final double MOST_AT_THE_SERVER = 0.02;

    private final Random random;
    private final Trouble transport;
    private final Trouble database;
    private final Trouble server;
    private final Trouble bank;
    private final Trouble carrier;
    private final Trouble post;
    private final Trouble shoppers;
    private final Refusals refusals;
    private boolean over;

    Faults(Random random) {
        this.random = random;
        this.transport = trouble(MOST);
        this.database = trouble(MOST);
        this.server = trouble(MOST_AT_THE_SERVER);
        this.bank = trouble(MOST);
        this.carrier = trouble(MOST);
        this.post = trouble(MOST);
        this.shoppers = trouble(MOST);
        this.refusals = new Refusals(random);
    }

    private Trouble trouble(double most) {
        double level = random.nextBoolean() ? 0 : random.nextDouble() * most;
        return new Trouble(random, level, () -> over);
    }

    /** From now on all is well. */
    void end() {
        over = true;
        refusals.mend();
    }

    /** Between the journal and the subscribers. */
    Trouble transport() {
        return transport;
    }

    /** Between the contexts and the database context. */
    Trouble database() {
        return database;
    }

    Trouble bank() {
        return bank;
    }

    Trouble carrier() {
        return carrier;
    }

    Trouble post() {
        return post;
    }

    /** By one of the subscribers. */
    Refusals refusals() {
        return refusals;
    }

    /** Between the shoppers and the system. */
    Trouble shoppers() {
        return shoppers;
    }

    /** Between the database context and its server. */
    Fate statement() {
        if (!server.strikes()) {
            return Fate.CARRIED_OUT;
        }
        return switch (random.nextInt(4)) {
            case 0 -> Fate.CUT_BEFORE;
            case 1 -> Fate.CUT_AFTER;
            default -> Fate.DEADLOCK;
        };
    }
}
