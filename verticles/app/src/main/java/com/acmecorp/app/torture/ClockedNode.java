package com.acmecorp.app.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of several systems on one database server, on a machine with a wrong clock. */
record ClockedNode(MachineClock clock, Victim system, JsonApi api) {

    /** The title of what operators are told of a clock that is wrong. */
    static final String ALERT = "a part is down: clock";

    private static final Pattern SKEW =
            Pattern.compile("(?m)^acme_clock_skew_ms(?:\\{.*})? (\\S+)$");

    /**
     * A node that isn't running yet.
     *
     * @param directory of all nodes
     */
    static ClockedNode in(
            Path directory, MachineClock clock, List<Integer> ports, Map<String, String> settings) {
        try {
            return new ClockedNode(
                    clock,
                    new Victim(
                            Files.createDirectories(directory.resolve(clock.toString())),
                            settings,
                            clock.environment()),
                    new JsonApi(Attack.url(ports.getLast())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startWhereItEnded() {
        if (!system.isRunning()) {
            system.start();
        }
    }

    boolean isAlerted() {
        return new OpenAlerts(api).areOpen(List.of(ALERT));
    }

    /** By how much it finds its clock ahead of the database server's. */
    long skewMs() {
        Matcher skew = SKEW.matcher(api.text("/metrics"));
        return skew.find() ? Math.round(Double.parseDouble(skew.group(1))) : 0;
    }
}
