package com.acmecorp.web.admission;

import com.acmecorp.platform.admission.Pressure;
import com.acmecorp.platform.figures.Figure;
import com.acmecorp.platform.figures.Figures;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides whether a new order is taken, from numbers in memory alone: how many new orders are in work, those that wait
 * for another company aside, and how long writes wait. A request under the key of an order that was taken is part of
 * that order, and always let in: its sender must learn what became of it. Belongs to one event loop.
 */
public final class Admission {

    /** Two for each order that ends, so that an empty shop fills up soon, and not all at once. */
    private static final int TOLD_AT_ONCE = 2;

    private static final int KEYS_KEPT = 20_000;
    private static final Duration KEYS_KEPT_FOR = Duration.ofMinutes(2);

    private final Pressure pressure;
    private final Figures figures;
    private final Clock clock;
    private final AdmissionLimit limit;
    private final ComeBack comeBack;
    private final Cache<String, Boolean> keys = Caffeine.newBuilder()
            .maximumSize(KEYS_KEPT)
            .expireAfterWrite(KEYS_KEPT_FOR)
            .build();
    private final SequencedSet<Runnable> held = new LinkedHashSet<>();
    private int inWork;

    public Admission(AdmissionConfig config, Pressure pressure, Figures figures, Clock clock) {
        this.figures = figures;
        this.pressure = pressure;
        this.clock = clock;
        this.limit = new AdmissionLimit(config, clock.millis());
        this.comeBack =
                new ComeBack(bound -> ThreadLocalRandom.current().nextInt(bound), clock.millis());
    }

    /** Whether an order under that key, if it has one, would be taken now. */
    public boolean hasRoom(@Nullable String key) {
        int most = limit.after(clock.millis(), pressure.oldestWriteMs());
        return inWork - pressure.withOthers() < most || isKnown(key);
    }

    private boolean isKnown(@Nullable String key) {
        return key != null && keys.getIfPresent(key) != null;
    }

    /** Takes an order, if there is room; whoever took it says when it is {@link #done()}. */
    public boolean take(@Nullable String key) {
        if (!hasRoom(key)) {
            return false;
        }
        inWork++;
        comeBack.taken(clock.millis());
        if (key != null) {
            keys.put(key, true);
        }
        return true;
    }

    /** Notes that an order that was taken has its answer. Where much room is left, those who wait are told so. */
    public void done() {
        inWork--;
        for (int n = 0; n < TOLD_AT_ONCE && !held.isEmpty() && isHalfEmpty(); n++) {
            held.removeFirst().run();
        }
    }

    private boolean isHalfEmpty() {
        int most = limit.after(clock.millis(), pressure.oldestWriteMs());
        return inWork - pressure.withOthers() < Math.max(1, most / 2);
    }

    /** Keeps a refusal that waits, to have it told early when there is room again. */
    public void hold(Runnable refusal) {
        held.addLast(refusal);
    }

    /** Notes that a refusal that was held is told by now; whether it hadn't been told early. */
    public boolean release(Runnable refusal) {
        return held.remove(refusal);
    }

    /** Notes that whoever is behind this process refused an order, because it has no room. */
    public void overloaded() {
        limit.lower();
    }

    /** Refuses an order; answers after how many seconds it may be sent again. */
    public int refuse() {
        figures.count(Figure.ORDERS_REFUSED);
        return comeBack.refused(clock.millis());
    }
}
