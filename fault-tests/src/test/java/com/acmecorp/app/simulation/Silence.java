package com.acmecorp.app.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.slf4j.LoggerFactory;

/** Keeps the contexts from logging the thousands of troubles that they are in on purpose. */
final class Silence implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("com.acmecorp");
    private final Level before = logger.getLevel();

    Silence() {
        logger.setLevel(Level.OFF);
    }

    @Override
    public void close() {
        logger.setLevel(before);
    }
}
