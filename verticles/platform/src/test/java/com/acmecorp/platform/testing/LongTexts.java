package com.acmecorp.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.problem.ProblemException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Long texts that a careless pattern judges by recursion, or by going back again and again. */
public final class LongTexts {

    private static final int SMALL_STACK = 256 * 1024;
    private static final long MOST_CPU_NANOS = Duration.ofSeconds(2).toNanos();

    private static final List<String> PARTS = List.of(
            "a", "1", "1.", "0", "'", "\"", "‘", "“", "@", "a@", "a,", " ,", ", ", "\t", "\n", "-",
            "<", "(", "ü", "🌵", "A1-", "W/", ";q=0", "a.", "%s", "\u0000");

    private LongTexts() {}

    public static Stream<String> all() {
        return PARTS.stream()
                .flatMap(part ->
                        Stream.of(8_000, 64_000).map(length -> part.repeat(length / part.length())))
                .flatMap(text -> Stream.of(text, text + "!", "A" + text));
    }

    /**
     * Has each text judged, on a small stack. To refuse it is to judge it, too.
     *
     * @param judge a function of ours that gets texts of strangers
     */
    public static void areJudgedQuickly(Consumer<String> judge) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicReference<Long> used = new AtomicReference<>(0L);
        Thread thread = new Thread(null, () -> used.set(judgeAll(judge)), "judge", SMALL_STACK);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(failure.get()).isNull();
        assertThat(used.get()).as("nanoseconds of CPU").isLessThan(MOST_CPU_NANOS);
    }

    private static long judgeAll(Consumer<String> judge) {
        all().forEach(text -> {
            try {
                judge.accept(text);
            } catch (IllegalArgumentException | ProblemException refusal) {
                assertThat(refusal.getMessage()).isNotNull();
            }
        });
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
