package com.acmecorp.database.write;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * Writes whose orders another session has locked. They wait here without a transaction, so that neither they nor the
 * lock keep others from being written; each is carried out when its order is free. Belongs to one event loop.
 */
final class LockedWrites {

    private static final long PAUSE_MS = 250;

    private final Vertx vertx;
    private final Clock clock;
    private final LockedOrders locks;
    private final ObjLongConsumer<List<QueuedWrite<?>>> carryOut;
    private final Consumer<List<QueuedWrite<?>>> refuse;
    private final List<Waiting> all = new ArrayList<>();
    private boolean looking;

    private record Waiting(QueuedWrite<?> write, SortedSet<Long> orders, long giveUpAtMs) {}

    /**
     * Nobody waits yet.
     *
     * @param carryOut does writes whose orders are free, and gives up at that time
     * @param refuse tells the callers of those that waited for too long
     */
    LockedWrites(
            Vertx vertx,
            Clock clock,
            LockedOrders locks,
            ObjLongConsumer<List<QueuedWrite<?>>> carryOut,
            Consumer<List<QueuedWrite<?>>> refuse) {
        this.vertx = vertx;
        this.clock = clock;
        this.locks = locks;
        this.carryOut = carryOut;
        this.refuse = refuse;
    }

    /** Takes those of a batch whose orders are locked; answers the others. */
    Future<List<QueuedWrite<?>>> take(List<QueuedWrite<?>> batch, long giveUpAtMs) {
        List<Waiting> candidates = batch.stream()
                .map(write -> new Waiting(write, write.orders(), giveUpAtMs))
                .toList();
        return free(candidates).map(free -> {
            candidates.stream().filter(one -> !free.contains(one)).forEach(all::add);
            lookSoon();
            return free.stream().<QueuedWrite<?>>map(Waiting::write).toList();
        });
    }

    private Future<List<Waiting>> free(List<Waiting> candidates) {
        TreeSet<Long> orders = new TreeSet<>();
        candidates.forEach(one -> orders.addAll(one.orders()));
        return locks.among(orders)
                .map(locked -> candidates.stream()
                        .filter(one -> one.orders().stream().noneMatch(locked::contains))
                        .toList());
    }

    private void lookSoon() {
        if (!looking && !all.isEmpty()) {
            looking = true;
            vertx.setTimer(PAUSE_MS, passed -> look());
        }
    }

    private void look() {
        List<Waiting> candidates = List.copyOf(all);
        free(candidates).otherwise(List.of()).onSuccess(this::letGo).onComplete(looked -> {
            looking = false;
            lookSoon();
        });
    }

    /** The free ones are tried until the first of them would have been refused here. */
    private void letGo(List<Waiting> free) {
        all.removeAll(free);
        free.stream()
                .mapToLong(Waiting::giveUpAtMs)
                .min()
                .ifPresent(giveUpAtMs -> carryOut.accept(writes(free), giveUpAtMs));
        List<Waiting> late =
                all.stream().filter(one -> one.giveUpAtMs() <= clock.millis()).toList();
        all.removeAll(late);
        if (!late.isEmpty()) {
            refuse.accept(writes(late));
        }
    }

    private static List<QueuedWrite<?>> writes(List<Waiting> waiting) {
        return waiting.stream().<QueuedWrite<?>>map(Waiting::write).toList();
    }
}
