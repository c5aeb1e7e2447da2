package com.acmecorp.database.read;

import com.acmecorp.database.deadletter.Cause;
import com.acmecorp.database.deadletter.Letter;
import com.acmecorp.database.sql.Rows;
import com.acmecorp.events.EventKey;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads of what was given up. Counting goes by an index alone, so that 100,000 dead letters are counted at once. */
public final class DeadLetterReads {

    private static final int MOST_CAUSES = 50;
    private static final int SAMPLES = 5;
    private static final int MOST_LETTERS = 1_000;
    private static final int USUAL_LETTERS = 100;

    private static final String CAUSES = """
            SELECT cause_id, COUNT(*), MIN(died_at_ms), MAX(died_at_ms) FROM deliveries FORCE INDEX (deliveries_by_cause)
            WHERE cause_id IS NOT NULL GROUP BY cause_id ORDER BY COUNT(*) DESC, cause_id LIMIT ?""";
    private static final String LETTERS = """
            SELECT d.event_key, d.target, e.type, d.attempts, d.last_error, d.died_at_ms
            FROM deliveries d FORCE INDEX (deliveries_by_cause) JOIN events e ON e.event_key = d.event_key
            WHERE d.cause_id = ? ORDER BY d.died_at_ms DESC LIMIT ?""";
    private static final String BY_EVENT_ID =
            "SELECT event_key, target FROM deliveries WHERE event_id = ? AND target = ?";

    private final Rows rows;

    public DeadLetterReads(Pool pool) {
        this.rows = new Rows(pool);
    }

    /** The causes that most letters died of. */
    public Future<List<DeadLetterGroup>> groups() {
        return rows.select(CAUSES, Tuple.of(MOST_CAUSES), row -> row).compose(this::withSamples);
    }

    private Future<List<DeadLetterGroup>> withSamples(List<Row> causes) {
        List<Future<List<DeadLetter>>> samples = new ArrayList<>();
        causes.forEach(cause -> samples.add(letters(cause.getString(0), SAMPLES)));
        return Future.all(samples).map(all -> groups(causes, all.list()));
    }

    private static List<DeadLetterGroup> groups(List<Row> causes, List<List<DeadLetter>> samples) {
        List<DeadLetterGroup> groups = new ArrayList<>();
        for (int i = 0; i < causes.size(); i++) {
            if (!samples.get(i).isEmpty()) { // else the last one was just replayed
                groups.add(group(causes.get(i), samples.get(i)));
            }
        }
        return groups;
    }

    private static DeadLetterGroup group(Row cause, List<DeadLetter> samples) {
        DeadLetter last = samples.getFirst();
        return new DeadLetterGroup(
                cause.getString(0),
                last.subscriber(),
                last.event(),
                Cause.of(last.subscriber(), last.event(), last.error()).error(),
                cause.getLong(1),
                cause.getLong(2),
                cause.getLong(3),
                samples);
    }

    /**
     * The letters of one cause that died last.
     *
     * @param limit how many at most; 0: as many as are usual
     */
    public Future<List<DeadLetter>> letters(String cause, long limit) {
        long most = limit <= 0 ? USUAL_LETTERS : Math.min(limit, MOST_LETTERS);
        return rows.select(LETTERS, Tuple.of(cause, most), DeadLetterReads::letter);
    }

    private static DeadLetter letter(Row row) {
        EventKey key = new EventKey(row.getLong(0));
        return new DeadLetter(
                key.orderId().value(),
                key.eventId().toString(),
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getLong(5));
    }

    /** The letter of an event that died, or was given back since and isn't delivered yet; fails with NOT_FOUND. */
    public Future<Letter> find(String eventId, String subscriber) {
        return rows.select(
                        BY_EVENT_ID,
                        Tuple.of(eventId, subscriber),
                        row -> new Letter(new EventKey(row.getLong(0)), row.getString(1)))
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
