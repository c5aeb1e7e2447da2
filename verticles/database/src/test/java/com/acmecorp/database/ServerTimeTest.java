package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.acmecorp.platform.time.TimeSource.Reading;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The time that all processes share goes on as before where the clock of a real server is set. */
class ServerTimeTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Instant BEGIN = Instant.parse("2030-06-01T12:00:00Z");

    private final Vertx vertx = Vertx.vertx();

    /** Of one session, which has a clock and a table of its own. */
    private final Pool pool = Connections.open(vertx, TestServer.shared(), 1);

    private final Machine one = new Machine(true);
    private final Machine another = new Machine(true);
    private Instant server = BEGIN;

    /** A process, and the machine whose monotonic clock the test moves. */
    private final class Machine {

        private final AtomicLong monotonic = new AtomicLong(TimeUnit.DAYS.toNanos(3));
        private final ServerTime time;

        Machine(boolean shared) {
            this.time = new ServerTime(vertx, pool, shared);
        }

        Instant ask() {
            return TestDatabase.await(begin());
        }

        Future<Instant> begin() {
            return time.ask(monotonic::get).map(Reading::serverNanos).map(this::instant);
        }

        private Instant instant(long nanos) {
            return Instant.ofEpochSecond(0, nanos);
        }
    }

    @BeforeEach
    void beginASession() {
        run("""
                CREATE TEMPORARY TABLE clock_correction (
                  id TINYINT NOT NULL PRIMARY KEY, server_us BIGINT NOT NULL, ahead_us BIGINT NOT NULL)""");
        run("INSERT INTO clock_correction VALUES (1, 0, 0)");
        set(BEGIN);
    }

    @AfterEach
    void close() {
        TestDatabase.await(vertx.close());
    }

    @Test
    void isTheServersTime() {
        assertThat(one.ask()).isEqualTo(BEGIN);
        pass(SECOND);
        assertThat(one.ask()).isEqualTo(BEGIN.plus(SECOND));
        assertThat(another.ask()).isEqualTo(BEGIN.plus(SECOND));
        assertThat(TestDatabase.await(one.time.health()).getLong("aheadMs")).isZero();
    }

    @Test
    void goesOnForAllWhereTheServersClockIsSetAhead() {
        one.ask();
        another.ask();
        pass(SECOND);
        set(server.plus(HOUR));

        assertThat(one.ask()).isEqualTo(BEGIN.plus(SECOND));
        assertThat(another.ask()).isEqualTo(BEGIN.plus(SECOND));
        assertThat(new Machine(true).ask()).isEqualTo(BEGIN.plus(SECOND));
    }

    @Test
    void goesOnForAllWhereTheServersClockIsSetBack() {
        one.ask();
        another.ask();
        pass(SECOND);
        set(server.minus(HOUR));

        assertThat(one.ask()).isEqualTo(BEGIN.plus(SECOND));
        assertThat(another.ask()).isEqualTo(BEGIN.plus(SECOND));
        assertThat(new Machine(true).ask()).isEqualTo(BEGIN.plus(SECOND));
    }

    @Test
    void goesOnHoweverOftenTheServersClockIsSet() {
        one.ask();
        for (int minutes : new int[] {60, 90, -90, 0, 1, -600}) {
            pass(SECOND);
            set(BEGIN.plusSeconds(60L * minutes));
            assertThat(one.ask()).isAfter(BEGIN.minusSeconds(1)).isBefore(BEGIN.plusSeconds(9));
        }
    }

    @Test
    void goesOnAfterAStopInWhichTheServersClockWasSetBack() {
        one.ask();
        set(server.minus(HOUR));

        assertThat(another.ask()).isEqualTo(BEGIN);
    }

    /** As after a stop of an hour: nobody was there to renew what is on record. */
    @Test
    void isTheServersAfterALongStop() {
        one.ask();
        set(server.plus(HOUR));

        assertThat(another.ask()).isEqualTo(BEGIN.plus(HOUR));
    }

    @Test
    void waitsWithAStartForThoseWhoKnowBetter() {
        one.ask();
        set(server.plus(HOUR));
        Future<Instant> starting = another.begin();
        assertThat(starting.isComplete()).isFalse();

        one.ask();

        assertThat(TestDatabase.await(starting)).isEqualTo(BEGIN);
    }

    @Test
    void isNotCorrectedByAMachineThatWasSuspended() {
        one.ask();
        another.ask();
        server = server.plus(HOUR);
        set(server);
        another.monotonic.addAndGet(HOUR.toNanos());

        assertThat(another.ask()).isEqualTo(BEGIN.plus(HOUR));
        assertThat(one.ask()).isEqualTo(BEGIN.plus(HOUR));
    }

    @Test
    void approachesTheServersClockWithinHours() {
        one.ask();
        set(server.plus(HOUR));
        one.ask();
        pass(HOUR);
        assertThat(one.ask()).isCloseTo(BEGIN.plus(HOUR.plusMinutes(3)), within(SECOND));

        pass(HOUR.multipliedBy(19));
        assertThat(one.ask()).isCloseTo(server, within(SECOND));
    }

    @Test
    void saysThatTheServersClockWasSetAndWhatToDo() {
        one.ask();
        set(server.minus(HOUR));
        one.ask();

        assertThatThrownBy(() -> TestDatabase.await(one.time.health()))
                .hasMessageContaining("was set back: it is 3600.0 s behind the time")
                .hasMessageContaining("NTP");

        set(server.plus(HOUR));
        one.ask();
        assertThat(TestDatabase.await(one.time.health()).getLong("aheadMs")).isZero();
    }

    @Test
    void goesByTheServersClockAgainWhereTheCorrectionIsTakenAway() {
        one.ask();
        set(server.minus(HOUR));
        one.ask();
        run("UPDATE clock_correction SET ahead_us = 0");

        assertThat(one.ask()).isEqualTo(server);
    }

    /** Another process may write between its question and its correction; the step is still there at the next question. */
    @Test
    void losesNoStepWhereAnotherProcessWritesJustThen() {
        one.ask();
        set(server.plus(HOUR));
        Future<Instant> asked = one.begin();
        run("UPDATE clock_correction SET server_us = server_us + 1");

        assertThat(TestDatabase.await(asked)).isEqualTo(BEGIN);
        assertThat(one.ask()).isEqualTo(BEGIN);
        assertThat(another.ask()).isEqualTo(BEGIN);
    }

    private void pass(Duration time) {
        one.monotonic.addAndGet(time.toNanos());
        another.monotonic.addAndGet(time.toNanos());
        set(server.plus(time));
    }

    /** The session's time stands still from then on. */
    private void set(Instant time) {
        server = time;
        run("SET timestamp = " + time.getEpochSecond());
    }

    private void run(String sql) {
        TestDatabase.await(pool.query(sql).execute());
    }
}
