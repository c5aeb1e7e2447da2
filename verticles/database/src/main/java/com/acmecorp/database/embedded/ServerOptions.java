package com.acmecorp.database.embedded;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** The server's option file. */
final class ServerOptions {

    private static final long MIB = 1L << 20;

    private ServerOptions() {}

    /**
     * Durable, for neighbours on this machine only, and with the SQL that an Aurora would
     * understand too.
     */
    static String text(ServerHome home, Path base, int port) {
        return """
                # Written at each start; changes are lost.
                [mariadbd]
                basedir = "%s"
                datadir = "%s"
                port = %d
                bind-address = 127.0.0.1
                # No socket file: nobody needs it, and its path may not exceed 107 characters.
                socket =
                skip-ssl
                skip-name-resolve
                %s
                max-connections = 200
                max-allowed-packet = 64M
                character-set-server = utf8mb4
                collation-server = utf8mb4_unicode_ci

                # What is committed is on the disk.
                innodb-flush-log-at-trx-commit = 1
                # Nobody replicates from here, so a second log would only double each commit's work.
                skip-log-bin
                innodb-buffer-pool-size = %d
                # Room for seconds of the heaviest load before pages must be written to make more.
                innodb-log-file-size = 256M
                performance-schema = OFF

                # Errors and warnings to our log file; a client that vanished is not worth a line.
                console
                log-warnings = 1
                """.formatted(slashes(base), slashes(home.data()), port, user(), bufferPoolBytes());
    }

    /** In quotes, a backslash would start an escape; every platform's server reads slashes. */
    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** A server refuses to run as root unless it is told so by name. */
    private static String user() {
        return ProcessHandle.current().info().user().filter("root"::equals).isPresent()
                ? "user = root"
                : "";
    }

    /**
     * A sixteenth of the memory: enough for the orders on their way, and little on a laptop with
     * other work to do.
     */
    private static long bufferPoolBytes() {
        long memory = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
        return Math.clamp(memory / 16, 128 * MIB, 512 * MIB) / MIB * MIB;
    }
}
