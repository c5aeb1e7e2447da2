package com.acmecorp.platform.figures;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What this process has counted since it started. There is one in each process, and every thread may use it. */
public final class Figures implements Shareable {

    private static final String KEY = "platform.figures";

    private final Map<Figure, LongAdder> counts;

    /** One in which nothing is counted yet. */
    public Figures() {
        Map<Figure, LongAdder> none = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            none.put(figure, new LongAdder());
        }
        counts = Collections.unmodifiableMap(none);
    }

    /** The one of this process. */
    public static Figures of(Vertx vertx) {
        LocalMap<String, Figures> map = vertx.sharedData().getLocalMap(KEY);
        return map.computeIfAbsent(KEY, none -> new Figures());
    }

    public void count(Figure figure) {
        adder(figure).increment();
    }

    public long of(Figure figure) {
        return adder(figure).sum();
    }

    private LongAdder adder(Figure figure) {
        return Objects.requireNonNull(counts.get(figure));
    }
}
