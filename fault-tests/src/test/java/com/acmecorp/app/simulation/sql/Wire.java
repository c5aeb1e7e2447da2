package com.acmecorp.app.simulation.sql;

import java.util.Random;

/** The way to the server: how long it takes, and what goes wrong on it. */
public interface Wire {

    /** What happens to a statement. */
    enum Fate {
        /** It is carried out. */
        CARRIED_OUT,
        /** The server chooses its transaction to end a deadlock. */
        DEADLOCK,
        /** The connection ends before it is carried out. */
        CUT_BEFORE,
        /** The connection ends after it was carried out: nobody hears of it. */
        CUT_AFTER,
        /** It is answered before it is carried out, which no server of ours does. */
        ANSWERED_EARLY
    }

    Fate fate(String statement);

    /** Does something after a moment, whoever is alive then. */
    void later(Runnable action);

    Random random();

    /** The server's clock, in epoch milliseconds. */
    long epochMs();
}
