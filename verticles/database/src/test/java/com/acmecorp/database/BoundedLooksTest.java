package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.database.audit.GivenUp;
import com.acmecorp.database.audit.OpenRefunds;
import com.acmecorp.database.audit.OrderAudit;
import com.acmecorp.database.audit.UnsentMails;
import com.acmecorp.database.audit.UnsettledReservations;
import com.acmecorp.database.journal.DeliveryTargets;
import com.acmecorp.database.journal.Journal;
import com.acmecorp.database.journal.JournalConfig;
import com.acmecorp.database.read.BacklogReads;
import com.acmecorp.database.read.DeadLetterReads;
import com.acmecorp.database.read.DifferenceReads;
import com.acmecorp.database.read.ReplayReads;
import com.acmecorp.database.read.SystemReads;
import com.acmecorp.database.write.DuePayments;
import com.acmecorp.platform.config.Settings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Who looks at the system again and again reads no more rows when there are more, on a server with much of everything. */
class BoundedLooksTest {

    /** More than anybody counts. */
    private static final int ROWS = 11_000;

    /** So many more make a difference to whoever counts them. */
    private static final int FURTHER_ROWS = 2_000;

    /** Rows that a look may read more when there are more, as where an index has a level more. */
    private static final long MORE = 200;

    private static final int LEASE_MS = 45_000;
    private static final String CAUSE = "0123456789abcdef";
    private static final long FIRST = 50_000_000;
    private static final long LAST = FIRST + 9L * ROWS;

    /** By the column that has a row's number. */
    private static final Map<String, String> TABLES = Map.of(
            "events", "event_key",
            "deliveries", "event_key",
            "emails", "order_id",
            "refunds", "order_id",
            "delivery_reservations", "order_id",
            "payment_intents", "order_id",
            "party_differences", "order_id",
            "replayed_letters", "event_key");

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Vertx VERTX = Vertx.vertx();

    /** Of one session, whose reads can be counted. */
    private static Pool pool;

    @BeforeAll
    static void start() {
        Migrations.migrate(TestServer.shared());
        pool = Connections.open(VERTX, TestServer.shared(), 1);
    }

    @AfterAll
    static void stop() {
        TABLES.forEach((table, number) -> run(
                "DELETE FROM %s WHERE %s BETWEEN %d AND %d".formatted(table, number, FIRST, LAST)));
        run("DELETE FROM replays WHERE replay_id = 'r'");
        TestDatabase.await(VERTX.close());
    }

    @Test
    void readNoMoreRowsWhereThereAreMore() {
        fill(FIRST, ROWS);
        Map<String, Long> reads = rowsRead();
        fill(FIRST + ROWS, FURTHER_ROWS);
        Map<String, Long> readsOfMore = rowsRead();

        reads.forEach((look, rows) -> assertThat(readsOfMore.get(look))
                .as("%s, which read %d rows where there were fewer", look, rows)
                .isLessThanOrEqualTo(rows + MORE));
        endsLeasesOfADeadProcessAlone();
    }

    private static Map<String, Long> rowsRead() {
        Map<String, Long> rows = new LinkedHashMap<>();
        looks().forEach((name, look) -> {
            TestDatabase.await(look.get().mapEmpty()); // prepares the statements
            long before = handlerReads();
            TestDatabase.await(look.get().mapEmpty());
            rows.put(name, handlerReads() - before);
        });
        return rows;
    }

    private static Map<String, Supplier<Future<?>>> looks() {
        BacklogReads backlog = new BacklogReads(VERTX, pool, CLOCK);
        DeadLetterReads letters = new DeadLetterReads(VERTX, pool, CLOCK);
        ReplayReads replays = new ReplayReads(pool);
        Map<String, Supplier<Future<?>>> looks = new LinkedHashMap<>();
        looks.put("backlog", backlog::look);
        looks.put("targets", () -> new DeliveryTargets(pool).all());
        looks.put("dead letters", () -> letters.groups(""));
        looks.put("letters of a cause", () -> letters.letters(CAUSE, 100, "7-99000000"));
        looks.put("replay", () -> replays.replay("r"));
        looks.put("errors of a replay", () -> replays.errors("r"));
        looks.put("given up", () -> new GivenUp(pool).orders());
        looks.put("mails", () -> new UnsentMails(pool, CLOCK).olderThan(1));
        looks.put("refunds", () -> new OpenRefunds(pool, CLOCK).olderThan(1));
        looks.put("reservations", () -> new UnsettledReservations(pool).orders());
        looks.put("differences", () -> new DifferenceReads(pool).of(null, 20));
        looks.put("payments", () -> new SystemReads(pool, pool, CLOCK).openPayments());
        return looks;
    }

    /** A look at all orders reads some blocks; the events that are overdue elsewhere are none of its business. */
    @Test
    void countOrdersWithoutReadingAllThatIsOverdue() {
        fill(FIRST + 2 * ROWS, FURTHER_ROWS);
        OrderAudit audit = new OrderAudit(VERTX, pool, CLOCK, 0);
        TestDatabase.await(audit.conservation().mapEmpty());

        long before = handlerReads();
        TestDatabase.await(audit.conservation().mapEmpty());

        assertThat(handlerReads() - before).isLessThan(20L * ROWS);
    }

    private static void endsLeasesOfADeadProcessAlone() {
        long now = CLOCK.millis();
        String ours = " WHERE event_key BETWEEN %d AND %d".formatted(FIRST, LAST);
        run("UPDATE events SET dispatch_at_ms = %d".formatted(now + LEASE_MS - 1) + ours);
        run("UPDATE events SET dispatch_at_ms = %d %s ORDER BY event_key LIMIT 5"
                .formatted(now + LEASE_MS + 300_000, ours));
        run("UPDATE events SET dispatch_at_ms = %d %s ORDER BY event_key DESC LIMIT 7"
                .formatted(now + LEASE_MS, ours));
        run("UPDATE payment_intents SET due_at_ms = %d".formatted(now + 60_000));
        run("UPDATE payment_intents SET opened_at_ms = %d ORDER BY order_id DESC LIMIT 3"
                .formatted(now));

        Clock then = Clock.fixed(Instant.ofEpochMilli(now), ZoneOffset.UTC);
        TestDatabase.await(journal(then).claimAlone().mapEmpty());
        TestDatabase.await(new DuePayments(pool, then).endLeases().mapEmpty());

        assertThat(count("events" + ours + " AND dispatch_at_ms > " + now))
                .as("leases that were taken since")
                .isEqualTo(7);
        assertThat(count("payment_intents WHERE due_at_ms > " + now))
                .as("payments that were opened since")
                .isEqualTo(3);
    }

    private static Journal journal(Clock clock) {
        return new Journal(
                VERTX,
                pool,
                new ScriptedPublisher(),
                clock,
                JournalConfig.from(new Settings(List.of(), Map.of())),
                write -> Future.succeededFuture(true),
                () -> false);
    }

    /** So many rows more of each kind, of orders that no other filling has. */
    private static void fill(long first, int count) {
        String numbers = """
                (SELECT %d + a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS i
                FROM (%s) a, (%s) b, (%s) c, (%s) e WHERE 1000 * e.d + 100 * c.d < %d) n""".formatted(
                        first, digits(10), digits(10), digits(10), digits(count / 1_000), ROWS);
        run("""
                INSERT INTO events (event_key, type, detail, occurred_at_ms, dispatch_at_ms)
                SELECT i, 'OrderPlaced', '{}', 1, 1 FROM""" + " " + numbers);
        run("""
                INSERT INTO deliveries (event_key, target, attempts, last_error, event_id, cause_id, died_at_ms, replay_id)
                SELECT i, 'a.dead', 8, 'x', 'e', '0123456789abcdef', 7, 'r' FROM""" + " " + numbers);
        run("""
                INSERT INTO deliveries (event_key, target, attempts, next_attempt_at_ms, last_error, no_subscriber_since_ms)
                SELECT i, 'b.missing', 0, 1, 'x', 1 FROM""" + " " + numbers);
        run("""
                INSERT INTO emails (order_id, template, revision, state, recipient, subject, text, kept_at_ms)
                SELECT i, 'order-received', '', 'TO_SEND', 'a', 'b', 'c', 1 FROM""" + " " + numbers);
        run("""
                INSERT INTO refunds (order_id, provider, amount, currency, state, attempts, due_at_ms, cash_reversed)
                SELECT i, 'a', 1, 'USD', 'DUE', 0, 1, FALSE FROM""" + " " + numbers);
        run("""
                INSERT INTO delivery_reservations (order_id, fence, holder, attempts, opened_at_ms, due_at_ms)
                SELECT i, 1, 1, 0, 1, 1 FROM""" + " " + numbers);
        run("""
                INSERT INTO payment_intents (order_id, order_created, provider, amount, currency, given_up, attempts,
                  opened_at_ms, due_at_ms)
                SELECT i, '{}', 'a', 1, 'USD', FALSE, 0, 1, 1 FROM""" + " " + numbers);
        run("""
                INSERT INTO party_differences (party, order_id, ours, theirs, advice, first_seen_at_ms, last_seen_at_ms)
                SELECT 'the stockist', i, 'a', 'b', 'c', 1, 1 FROM""" + " " + numbers);
        run(
                "INSERT INTO replayed_letters (replay_id, event_key, target) SELECT 'r', i, 'a.dead' FROM "
                        + numbers);
        run("""
                INSERT INTO replays (replay_id, cause_id, canary, waking, requested_at_ms)
                SELECT 'r', '0123456789abcdef', FALSE, TRUE, 9
                FROM (SELECT COUNT(*) AS n FROM replays WHERE replay_id = 'r') old WHERE n = 0""");
    }

    private static String digits(int count) {
        StringBuilder digits = new StringBuilder("SELECT 0 AS d");
        for (int d = 1; d < count; d++) {
            digits.append(" UNION ALL SELECT ").append(d);
        }
        return digits.toString();
    }

    /** Rows of tables and entries of indexes that the session has read. */
    private static long handlerReads() {
        RowSet<Row> rows = TestDatabase.await(
                pool.query("SHOW SESSION STATUS LIKE 'Handler\\_read\\_%'").execute());
        long reads = 0;
        for (Row row : rows) {
            reads += Long.parseLong(row.getString(1));
        }
        return reads;
    }

    private static long count(String from) {
        return TestDatabase.await(pool.query("SELECT COUNT(*) FROM " + from).execute())
                .iterator()
                .next()
                .getLong(0);
    }

    private static void run(String sql) {
        TestDatabase.await(pool.query(sql).execute());
    }
}
