package com.acmecorp.app.torture;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a system is tortured.
 *
 * @param directory for the data of the systems and for what they say
 * @param orders of each round
 * @param concurrency orders under way at once
 * @param pause for how long something is away, where an attack takes it away for a while
 * @param seed of all that is left to chance
 */
public record TorturePlan(
        Path directory, int rounds, int orders, int concurrency, Duration pause, long seed) {}
