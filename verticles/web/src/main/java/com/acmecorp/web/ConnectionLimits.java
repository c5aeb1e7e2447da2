package com.acmecorp.web;

import com.sun.management.UnixOperatingSystemMXBean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.management.ManagementFactory;

/**
 * What a listener's connections may take.
 *
 * @param most open at a time
 * @param perAddress of them to one client; 0: as many as there may be
 * @param firstRequestMs until a new connection sends its first byte
 * @param requestMs from a request's first byte to its last
 */
record ConnectionLimits(int most, int perAddress, int firstRequestMs, int requestMs) {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionLimits.class);
    private static final int MOST_PRIVATE = 500;

    static ConnectionLimits ofPublic(WebConfig config) {
        int room = room();
        if (config.mostConnections() > room) {
            LOG.info(
                    "at most {} connections at a time instead of {}, because this process may open only so many files",
                    room,
                    config.mostConnections());
        }
        return new ConnectionLimits(
                Math.min(config.mostConnections(), room),
                config.limits().connectionsPerAddress(),
                config.firstRequestSeconds() * 1_000,
                config.requestSeconds() * 1_000);
    }

    static ConnectionLimits ofPrivate(WebConfig config) {
        return new ConnectionLimits(
                Math.min(MOST_PRIVATE, Math.max(1, room() / 8)),
                0,
                config.firstRequestSeconds() * 1_000,
                config.requestSeconds() * 1_000);
    }

    /** Three quarters of the files that this process may open: the rest is for database, mail, other companies and files. */
    private static int room() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean unix
                ? Math.clamp(unix.getMaxFileDescriptorCount() / 4 * 3, 1, Integer.MAX_VALUE)
                : Integer.MAX_VALUE;
    }
}
