package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.util.LogbackMDCAdapter;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class BatchingAppenderTest {

    private static final int LINES = 20_000;

    private final LoggerContext logback = new LoggerContext();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void losesNoLineOfAnyThread() {
        BatchingAppender appender = started();
        List<Thread> writers = Stream.of("a", "b", "c")
                .map(name -> Thread.ofPlatform().start(() -> log(name)))
                .toList();
        writers.forEach(BatchingAppenderTest::join);
        appender.stop();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        for (String name : List.of("a", "b", "c")) {
            assertThat(lines.stream().filter(line -> line.startsWith(name)))
                    .containsExactlyElementsOf(IntStream.range(0, LINES)
                            .mapToObj(n -> name + " " + n + " orderId=" + n)
                            .toList());
        }
    }

    @Test
    void stopsTwiceAndTakesNothingMore() {
        BatchingAppender appender = started();
        appender.stop();
        appender.stop();
        log("late");
        assertThat(out.size()).isZero();
    }

    private BatchingAppender started() {
        logback.setMDCAdapter(new LogbackMDCAdapter());
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logback);
        encoder.setPattern("%msg %kvp{NONE}%n");
        encoder.start();
        BatchingAppender appender = new BatchingAppender();
        appender.setContext(logback);
        appender.setEncoder(encoder);
        appender.setOut(out);
        appender.start();
        logback.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        return appender;
    }

    private void log(String name) {
        Logger logger = logback.getLogger(name);
        IntStream.range(0, LINES)
                .forEach(n -> logger.atInfo().addKeyValue("orderId", n).log("{} {}", name, n));
    }

    private static void join(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
