package com.acmecorp.operations.alert;

import io.vertx.core.Future;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks at one source of facts and lets its rules judge them. Facts that can't be had are a breach of their own: what
 * isn't seen may be broken. The rules' earlier alerts stay open meanwhile.
 *
 * @param <F> the facts
 */
public final class Watch<F> {

    /** One look that fails may be a stutter; the next one follows at once. */
    private static final int BLIND_AFTER = 2;

    private final String source;
    private final Supplier<Future<F>> facts;
    private final List<Rule<F>> rules;
    private final AlertBook book;
    private final long timeoutMs;
    private int failedLooks;

    /**
     * A watch.
     *
     * @param source what the facts are called
     * @param timeoutMs after which they can't be had
     */
    public Watch(
            String source,
            Supplier<Future<F>> facts,
            List<Rule<F>> rules,
            AlertBook book,
            long timeoutMs) {
        this.source = source;
        this.facts = facts;
        this.rules = List.copyOf(rules);
        this.book = book;
        this.timeoutMs = timeoutMs;
    }

    /** Looks once; never fails. */
    public Future<List<Notice>> look() {
        return Future.succeededFuture()
                .compose(begun -> facts.get())
                .timeout(timeoutMs, TimeUnit.MILLISECONDS)
                .map(this::judge)
                .otherwise(this::missed);
    }

    private List<Notice> judge(F seen) {
        failedLooks = 0;
        List<Notice> notices = new ArrayList<>(book.note(blindness(), List.of()));
        rules.forEach(rule -> notices.addAll(book.note(rule.name(), rule.judge(seen))));
        return notices;
    }

    private List<Notice> missed(Throwable failure) {
        failedLooks++;
        return failedLooks < BLIND_AFTER
                ? List.of()
                : book.note(blindness(), List.of(Breach.of("", text(failure))));
    }

    private String blindness() {
        return "no data about " + source;
    }

    private String text(Throwable failure) {
        return "Nobody can tell about %s, because of %s"
                .formatted(
                        String.join("; ", rules.stream().map(Rule::name).toList()),
                        failure.getMessage());
    }
}
