package com.acmecorp.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.pattern.DynamicConverter;
import ch.qos.logback.core.spi.ContextAwareBase;

import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import net.logstash.logback.stacktrace.ShortenedThrowableConverter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.function.Supplier;

/**
 * How log lines look: one-liners for people, or one JSON object each for machines; both on stdout, both with the keys
 * and values of a step. Of other people's code only what someone should look at is told.
 *
 * <p>In code, because reading a logback.xml takes a noticeable part of a start. Logback finds this class through its
 * service file and steps back when {@code -Dlogback.configurationFile} names a file.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    private static final String OWN_FILE = "logback.configurationFile";
    /** So much of a stack tells where it was, also of one that overflowed. */
    private static final int MOST_FRAMES = 20;

    private static final String PATTERN =
            "%d{HH:mm:ss.SSS} %-5level %-20logger{0} %oneLine %kvp{NONE}%n%ex{" + MOST_FRAMES + "}";

    /** Calls it an error when the other side of a connection goes away, which other sides do. */
    private static final String HANG_UPS = "io.vertx.core.net.impl.ConnectionBase";

    /** Warns of each thing that a server refuses, such as migrations asking a MySQL about what isn't theirs. */
    private static final String REFUSALS = "org.mariadb.jdbc.message.server.ErrorPacket";

    private static final LogConfig STANDARD = new LogConfig("readable", "info");

    /** Called by logback when the first line is logged, which may be before the settings are known. */
    @Override
    public ExecutionStatus configure(LoggerContext logback) {
        if (System.getProperty(OWN_FILE) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        apply(STANDARD, logback);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Does as the settings say. */
    static void configure(LogConfig config) {
        if (System.getProperty(OWN_FILE) == null
                && !config.equals(STANDARD)
                && LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.reset();
            apply(config, logback);
        }
    }

    /** Writes the lines that are still on their way. */
    static void flush() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.stop();
        }
    }

    private static void apply(LogConfig config, LoggerContext logback) {
        BatchingAppender stdout = new BatchingAppender();
        stdout.setContext(logback);
        stdout.setEncoder(config.format().equals("json") ? json(logback) : readable(logback));
        stdout.start();
        logback.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(stdout);
        logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        logback.getLogger("com.acmecorp").setLevel(Level.toLevel(config.level()));
        logback.getLogger(HANG_UPS).setLevel(Level.OFF);
        logback.getLogger(REFUSALS).setLevel(Level.OFF);
    }

    private static Encoder<ILoggingEvent> readable(LoggerContext logback) {
        Map<String, Supplier<DynamicConverter<?>>> converters =
                Map.of("oneLine", OneLineConverter::new);
        logback.putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, converters);
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(logback);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext logback) {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setVersion(null);
        names.setLevelValue(null);
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(logback);
        encoder.setFieldNames(names);
        ShortenedThrowableConverter stacks = new ShortenedThrowableConverter();
        stacks.setMaxDepthPerThrowable(MOST_FRAMES);
        encoder.setThrowableConverter(stacks);
        encoder.start();
        return encoder;
    }
}
