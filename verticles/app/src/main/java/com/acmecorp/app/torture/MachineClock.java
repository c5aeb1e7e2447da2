package com.acmecorp.app.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The wrong clock of a machine, given to a process by libfaketime, which its system calls for the time go through. So the
 * system that is tortured has no setting for it, and can't know.
 */
enum MachineClock {
    AN_HOUR_AHEAD("+3600s"),
    AN_HOUR_BEHIND("-3600s"),
    /** Gains three seconds in each minute, from the start of the process. */
    FAST("+0 x1.05");

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private final String time;

    MachineClock(String time) {
        this.time = time;
    }

    /** The environment of a process with such a clock; throws {@link NotPossibleHere} where the library is missing. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME",
                time,
                // A process that is killed would leave it behind.
                "FAKETIME_DISABLE_SHM",
                "1");
    }

    /** In the folder of whatever processor this is. */
    private static Path library() {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(LIBRARIES)) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(LIBRARY))) {
                    return folder.resolve(LIBRARY);
                }
            }
            throw new NotPossibleHere(
                    "libfaketime isn't installed, by which a process has a wrong clock");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a folder may be called. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
