package com.acmecorp.app.simulation;

import com.acmecorp.platform.events.Subscriber;

import java.util.function.UnaryOperator;

/**
 * A mistake that is planted to see that the simulation finds it.
 *
 * @param statement what becomes of a statement of the database context
 * @param commitsLate whether the end of a transaction is answered before it is done
 * @param subscriber what becomes of the contexts' handlers
 * @param refundsWithoutKey whether a bank can't tell that it has given back an order's money already
 * @param ownClocks whether each process goes by its machine's clock
 */
record Mistake(
        UnaryOperator<String> statement,
        boolean commitsLate,
        UnaryOperator<Subscriber> subscriber,
        boolean refundsWithoutKey,
        boolean ownClocks) {

    static final String BEGIN = "SET autocommit = 0, wait_timeout = 5";
    static final String END = "SET autocommit = 1, wait_timeout = 60";

    static final Mistake NONE =
            new Mistake(UnaryOperator.identity(), false, UnaryOperator.identity(), false, false);

    /** In the statements, wherever that text stands. */
    static Mistake inStatements(String text, String wrong) {
        return new Mistake(
                statement -> statement.replace(text, wrong),
                false,
                UnaryOperator.identity(),
                false,
                false);
    }

    /** Only the end of the transaction commits it, and is answered before it does. */
    static Mistake lateCommits() {
        return new Mistake(
                statement -> statement.equals("COMMIT") ? BEGIN : statement,
                true,
                UnaryOperator.identity(),
                false,
                false);
    }

    static Mistake inHandlers(UnaryOperator<Subscriber> subscriber) {
        return new Mistake(UnaryOperator.identity(), false, subscriber, false, false);
    }

    static Mistake inRefunds() {
        return new Mistake(UnaryOperator.identity(), false, UnaryOperator.identity(), true, false);
    }

    static Mistake ownClocksOnly() {
        return new Mistake(UnaryOperator.identity(), false, UnaryOperator.identity(), false, true);
    }
}
