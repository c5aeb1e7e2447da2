package com.acmecorp.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

class SuspensionsTest {

    private final AtomicLong monotonic = new AtomicLong(TimeUnit.DAYS.toNanos(3));

    @TempDir
    private Path folder;

    private Path uptime;

    @BeforeEach
    void startTheMachine() throws IOException {
        uptime = folder.resolve("uptime");
        write("350735.47");
    }

    @Test
    void areNoneWhileBothClocksGoOn() throws IOException {
        Suspensions suspensions = new Suspensions(monotonic::get, uptime);
        for (int seconds = 350736; seconds < 350800; seconds++) {
            monotonic.addAndGet(TimeUnit.MILLISECONDS.toNanos(950));
            write(seconds + ".47");
            assertThat(suspensions.getAsLong()).isZero();
        }
    }

    @Test
    void areAddedUp() throws IOException {
        Suspensions suspensions = new Suspensions(monotonic::get, uptime);
        write("354335.47");
        assertThat(hours(suspensions)).isEqualTo(1);
        assertThat(hours(suspensions)).isEqualTo(1);
        write("357935.47");
        assertThat(hours(suspensions)).isEqualTo(2);
    }

    @Test
    void areNoneWhereTheSystemTellsNothing() throws IOException {
        Files.delete(uptime);
        Suspensions suspensions = new Suspensions(monotonic::get, uptime);
        monotonic.addAndGet(TimeUnit.HOURS.toNanos(1));

        assertThat(suspensions.getAsLong()).isZero();
    }

    @Test
    void areNoneOnThisMachineWhileTheTestRuns() {
        assertThat(new Suspensions().getAsLong()).isZero();
    }

    private static long hours(Suspensions suspensions) {
        return Duration.ofNanos(suspensions.getAsLong()).plusMillis(1).toHours();
    }

    private void write(String seconds) throws IOException {
        Files.writeString(uptime, seconds + " 123456.78\n");
    }
}
