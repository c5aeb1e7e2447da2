package com.acmecorp.app.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a system is tortured.
 *
 * @param directory for the data of the systems and for what they say
 * @param orders of each round
 * @param concurrency orders under way at once
 * @param pause for how long something is away, where an attack takes it away for a while
 * @param rows of orders that are generated, where an attack has large tables
 * @param tables which of them are large, one in each round by turns
 * @param seed of all that is left to chance
 */
public record TorturePlan(
        Path directory,
        int rounds,
        int orders,
        int concurrency,
        Duration pause,
        int rows,
        List<LargeTable> tables,
        long seed) {

    public TorturePlan {
        tables = List.copyOf(tables);
    }
}
