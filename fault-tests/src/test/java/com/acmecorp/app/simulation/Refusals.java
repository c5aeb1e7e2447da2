package com.acmecorp.app.simulation;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;

import java.util.List;
import java.util.Random;

/** A subscriber that refuses some orders' events until it is mended: each attempt at them kills the letter. */
final class Refusals {

    private static final int ONE_IN = 3;

    private final boolean happen;
    private final String subscriber;
    private final int which;
    private boolean mended;

    Refusals(Random random) {
        List<Subscription> all = Subscriptions.all();
        this.happen = random.nextBoolean();
        this.subscriber = all.get(random.nextInt(all.size())).subscriber();
        this.which = random.nextInt(ONE_IN);
    }

    boolean strike(String name, OrderId order) {
        return happen && !mended && subscriber.equals(name) && order.value() % ONE_IN == which;
    }

    /** From now on the subscriber takes everything. */
    void mend() {
        mended = true;
    }
}
