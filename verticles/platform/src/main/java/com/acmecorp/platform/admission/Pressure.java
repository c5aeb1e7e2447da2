package com.acmecorp.platform.admission;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How busy this process is: what its contexts tell whoever decides on further orders. There is one in each process, and
 * every thread may ask it. Where the database context runs elsewhere, nothing is heard of its writes, and they count as
 * quick.
 */
public final class Pressure implements Shareable {

    private static final String KEY = "platform.pressure";

    private final AtomicInteger withOthers = new AtomicInteger();
    private volatile LongSupplier oldestWriteMs = () -> 0;

    /** One to which nobody has told anything. */
    public Pressure() {}

    /** The one of this process. */
    public static Pressure of(Vertx vertx) {
        LocalMap<String, Pressure> map = vertx.sharedData().getLocalMap(KEY);
        return map.computeIfAbsent(KEY, none -> new Pressure());
    }

    /** Says how long the oldest write waits for its transaction; may be asked by any thread. */
    public void writesWait(LongSupplier ageMs) {
        oldestWriteMs = ageMs;
    }

    /** How long the oldest write has waited for its transaction; 0 when none waits. */
    public long oldestWriteMs() {
        return oldestWriteMs.getAsLong();
    }

    /** Carries out what a new order waits for at another company: it costs us nothing meanwhile. */
    public <T> Future<T> withOthers(Supplier<Future<T>> call) {
        withOthers.incrementAndGet();
        return Future.succeededFuture()
                .compose(begun -> call.get())
                .onComplete(ended -> withOthers.decrementAndGet());
    }

    /** New orders that wait for another company. */
    public int withOthers() {
        return withOthers.get();
    }
}
