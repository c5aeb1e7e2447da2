package com.acmecorp.database.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Another JVM that starts the database, commits a row and then does nothing until it is killed. */
final class StartedElsewhere {

    private StartedElsewhere() {}

    /** Returns once that row is committed. */
    static Process in(Path dataDirectory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartedElsewhere.class.getName(),
                        dataDirectory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new AssertionError("the other process ended before its database had started");
        }
        return process;
    }

    public static void main(String... args) throws Exception {
        EmbeddedMariaDb database = EmbeddedMariaDb.start(Path.of(args[0]), 0, line -> {});
        EmbeddedMariaDbTest.run(database, "CREATE OR REPLACE TABLE started (at_ms BIGINT)");
        EmbeddedMariaDbTest.run(database, "INSERT INTO started VALUES (1)");
        try (FileOutputStream parent = new FileOutputStream(FileDescriptor.out)) {
            parent.write("ready".getBytes(StandardCharsets.UTF_8));
        }
        new CountDownLatch(1).await();
    }
}
