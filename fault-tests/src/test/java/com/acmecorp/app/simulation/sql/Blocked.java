package com.acmecorp.app.simulation.sql;

/** A statement can't go on before another transaction has ended. */
final class Blocked extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Transaction holder;

    Blocked(Transaction holder) {
        super("another transaction has the row", null, false, false);
        this.holder = holder;
    }

    Transaction holder() {
        return holder;
    }
}
