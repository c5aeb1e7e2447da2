package com.acmecorp.database.read;

import com.acmecorp.database.deadletter.Cause;
import com.acmecorp.database.deadletter.EventDelivery;
import com.acmecorp.database.sql.Rows;
import com.acmecorp.database.sql.SharedLook;
import com.acmecorp.events.EventKey;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reads of what was given up. Causes are found one after the other in an index, and each one's letters are counted up to
 * a limit, so that a million dead letters of one cause cost no more than some thousands.
 */
public final class DeadLetterReads {

    private static final int MOST_CAUSES = 50;
    private static final int SAMPLES = 5;
    private static final int MOST_LETTERS = 1_000;
    private static final int USUAL_LETTERS = 100;
    private static final long COUNTED_UP_TO = 10_000;

    private static final String NEXT_CAUSE = """
            SELECT cause_id FROM deliveries FORCE INDEX (deliveries_by_cause)
            WHERE cause_id > ? ORDER BY cause_id LIMIT 1""";
    private static final String CAUSE = """
            SELECT (SELECT COUNT(*) FROM (SELECT event_key FROM deliveries FORCE INDEX (deliveries_by_cause)
                WHERE cause_id = ? LIMIT 10000) counted),
              (SELECT MIN(died_at_ms) FROM deliveries WHERE cause_id = ?),
              (SELECT MAX(died_at_ms) FROM deliveries WHERE cause_id = ?)""";
    private static final String LETTERS = """
            SELECT event_key, target, attempts, last_error, died_at_ms
            FROM deliveries FORCE INDEX (deliveries_by_cause)
            WHERE cause_id = ? AND died_at_ms < ? ORDER BY died_at_ms DESC, event_key DESC LIMIT ?""";

    /** Those that died in the same millisecond as the last one that was read, and come after it. */
    private static final String LETTERS_OF_MOMENT = """
            SELECT event_key, target, attempts, last_error, died_at_ms
            FROM deliveries FORCE INDEX (deliveries_by_cause)
            WHERE cause_id = ? AND died_at_ms = ? AND event_key < ? ORDER BY event_key DESC LIMIT ?""";

    private static final String BY_EVENT_ID =
            "SELECT event_key, target FROM deliveries WHERE event_id = ? AND target = ?";

    private final Rows rows;
    private final SharedLook<List<DeadLetterGroup>> firstCauses;

    public DeadLetterReads(Vertx vertx, Pool pool, Clock clock) {
        this.rows = new Rows(pool);
        this.firstCauses = new SharedLook<>(vertx, clock, () -> groupsAfter(""));
    }

    /** What is known of a cause's letters without reading them. */
    private record Known(String cause, long count, long firstDiedAtMs, long lastDiedAtMs) {}

    /**
     * The causes that letters died of, the most frequent first.
     *
     * @param after the largest id among those that were read before; empty: none was
     */
    public Future<List<DeadLetterGroup>> groups(String after) {
        return after.isEmpty() ? firstCauses.take() : groupsAfter(after);
    }

    private Future<List<DeadLetterGroup>> groupsAfter(String after) {
        return addCauses(after, new ArrayList<>()).compose(causes -> {
            Future<List<DeadLetterGroup>> groups = Future.succeededFuture(new ArrayList<>());
            for (String cause : causes) {
                groups = groups.compose(before -> addGroup(cause, before));
            }
            return groups.map(DeadLetterReads::mostFrequentFirst);
        });
    }

    private Future<List<String>> addCauses(String last, List<String> found) {
        return rows.select(NEXT_CAUSE, Tuple.of(last), row -> row.getString(0)).compose(next -> {
            found.addAll(next);
            return next.isEmpty() || found.size() >= MOST_CAUSES
                    ? Future.succeededFuture(found)
                    : addCauses(found.getLast(), found);
        });
    }

    private Future<List<DeadLetterGroup>> addGroup(String cause, List<DeadLetterGroup> groups) {
        Future<Known> known = rows.selectOne(
                CAUSE,
                Tuple.of(cause, cause, cause),
                row -> new Known(cause, row.getLong(0), dying(row, 1), dying(row, 2)));
        Future<List<DeadLetter>> samples = letters(cause, SAMPLES, "");
        return Future.all(known, samples).map(read -> {
            if (!samples.result().isEmpty()) { // else the last one was just replayed
                groups.add(group(known.result(), samples.result()));
            }
            return groups;
        });
    }

    private static long dying(Row row, int column) {
        Long atMs = row.getLong(column);
        return atMs == null ? 0 : atMs;
    }

    private static List<DeadLetterGroup> mostFrequentFirst(List<DeadLetterGroup> groups) {
        return groups.stream()
                .sorted(Comparator.comparingLong(DeadLetterGroup::count)
                        .reversed()
                        .thenComparing(DeadLetterGroup::cause))
                .toList();
    }

    private static DeadLetterGroup group(Known known, List<DeadLetter> samples) {
        DeadLetter last = samples.getFirst();
        return new DeadLetterGroup(
                known.cause(),
                last.subscriber(),
                last.event(),
                Cause.of(last.subscriber(), last.event(), last.error()).error(),
                known.count(),
                known.count() >= COUNTED_UP_TO,
                known.firstDiedAtMs(),
                known.lastDiedAtMs(),
                samples);
    }

    /**
     * The letters of one cause that died last.
     *
     * @param limit how many at most; 0: as many as are usual
     * @param after the place of the last one that was read before; empty: none was
     */
    public Future<List<DeadLetter>> letters(String cause, long limit, String after) {
        int most = (int) (limit <= 0 ? USUAL_LETTERS : Math.min(limit, MOST_LETTERS));
        if (after.isEmpty()) {
            return before(Long.MAX_VALUE, cause, most);
        }
        Place place = Place.of(after);
        return rows.select(
                        LETTERS_OF_MOMENT,
                        Tuple.of(cause, place.diedAtMs(), place.eventKey(), most),
                        DeadLetterReads::letter)
                .compose(found -> found.size() == most
                        ? Future.succeededFuture(found)
                        : before(place.diedAtMs(), cause, most - found.size())
                                .map(others -> Stream.concat(found.stream(), others.stream())
                                        .toList()));
    }

    private Future<List<DeadLetter>> before(long diedAtMs, String cause, int most) {
        return rows.select(LETTERS, Tuple.of(cause, diedAtMs, most), DeadLetterReads::letter);
    }

    private static DeadLetter letter(Row row) {
        EventKey key = new EventKey(row.getLong(0));
        return new DeadLetter(
                key.orderId().value(),
                key.eventId().toString(),
                row.getString(1),
                key.type().wireName(),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                new Place(row.getLong(4), key.value()).toString());
    }

    /** Where a letter stands among those of its cause. */
    private record Place(long diedAtMs, long eventKey) {

        static Place of(String text) {
            int dash = text.indexOf('-');
            try {
                return new Place(
                        Long.parseLong(text.substring(0, Math.max(0, dash))),
                        Long.parseLong(text.substring(dash + 1)));
            } catch (NumberFormatException e) {
                throw Problem.ofField(
                                Kind.INVALID, "after", "This isn't the place of a dead letter.")
                        .asException();
            }
        }

        @Override
        public String toString() {
            return diedAtMs + "-" + eventKey;
        }
    }

    /** The letter of an event that died, or was given back since and isn't delivered yet; fails with NOT_FOUND. */
    public Future<EventDelivery> find(String eventId, String subscriber) {
        return rows.select(
                        BY_EVENT_ID,
                        Tuple.of(eventId, subscriber),
                        row -> new EventDelivery(new EventKey(row.getLong(0)), row.getString(1)))
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> Problem.ofField(
                                        Kind.NOT_FOUND,
                                        "eventId",
                                        "No event of that id is a dead letter of that subscriber.")
                                .asException()))
                .map(Objects::requireNonNull);
    }
}
