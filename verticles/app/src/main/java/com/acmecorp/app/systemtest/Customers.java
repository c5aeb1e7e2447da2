package com.acmecorp.app.systemtest;

import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * All the customers that a system has, one load of them after the other. Their orders are no test orders: who pays
 * upfront is charged, and each waits for the mail with the link to choose a delivery time, and uses it.
 */
public final class Customers {

    private final Postbox postbox;
    private final Witness witness;

    private final Notes notes = new Notes();
    private volatile @Nullable RunningCustomers latest;

    /**
     * Customers of a system that has no others.
     *
     * @param postbox to which all of its mails go
     * @param witness who is asked, too, whether all is well
     */
    public Customers(Postbox postbox, Witness witness) {
        this.postbox = postbox;
        this.witness = witness;
    }

    /**
     * Begins a load.
     *
     * @param vertx the same for all loads, with one event loop
     */
    public Load begin(Vertx vertx, TestPlan plan, Screen screen) {
        Crowd crowd = new Crowd(vertx, plan, screen, postbox, witness, notes);
        RunningCustomers begun = RunningCustomers.begin(vertx, crowd, plan.orders());
        latest = begun;
        return begun;
    }

    /**
     * Some more customers of the latest load, at once, who ask once and take any answer. Blocks until they have it.
     *
     * @param segment as {@code B2C/US}
     */
    public List<Probe> ask(String segment, int atOnce) {
        return Objects.requireNonNull(latest, "no load has begun").ask(segment, atOnce);
    }
}
