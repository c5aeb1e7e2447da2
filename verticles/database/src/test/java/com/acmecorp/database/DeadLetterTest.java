package com.acmecorp.database;

import static com.acmecorp.database.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.events.EventKey;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Dead letters are seen by their cause, and given back: one first, then all, until the subscriber has each. */
class DeadLetterTest {

    private static final String STOCK = "stock.request-goods";

    private final Set<Long> poisoned = ConcurrentHashMap.newKeySet();
    private volatile String error = "no plant for order %d";
    private TestDatabase database = start(new JsonObject());

    @BeforeEach
    void clear() {
        database.run("DELETE FROM deliveries");
        database.run("DELETE FROM replayed_letters");
        database.run("DELETE FROM replays");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void showsThemByTheirCause() {
        long first = dead();
        long second = dead();
        error = "the stockist's phone is dead";
        long other = dead();

        assertThat(groups()).hasSize(2);
        JsonObject group = group("no plant for order #");
        assertThat(group.getString("subscriber")).isEqualTo(STOCK);
        assertThat(group.getString("event")).isEqualTo("OrderPlaced");
        assertThat(group.getLong("count")).isEqualTo(2);
        assertThat(group.getLong("firstDiedAtMs"))
                .isPositive()
                .isLessThanOrEqualTo(group.getLong("lastDiedAtMs"));
        assertThat(orders(group)).containsExactlyInAnyOrder(first, second);
        assertThat(orders(group("the stockist's phone is dead"))).containsExactly(other);
        assertThat(database.execute(
                                "query Of($cause: String!) { getDeadLettersOf(cause: $cause, limit: 1) { error attempts } }",
                                new JsonObject().put("cause", group.getString("cause")))
                        .getJsonArray("getDeadLettersOf"))
                .containsExactly(new JsonObject()
                        .put("error", "no plant for order " + second)
                        .put("attempts", 1));
    }

    @Test
    void givesAllBackOnceACanaryWasDelivered() {
        for (int i = 0; i < 25; i++) {
            dead();
        }
        mend();

        assertRefused(Kind.CONFLICT, this::replayAll);
        JsonObject canary = verdict(replayOne());
        assertThat(canary.getBoolean("canary")).isTrue();
        assertThat(counts(canary)).isEqualTo("DELIVERED 1 = 1 + 0 + 0");
        JsonObject all = verdict(replayAll());
        assertThat(all.getBoolean("canary")).isFalse();
        assertThat(counts(all)).isEqualTo("DELIVERED 24 = 24 + 0 + 0");
        assertThat(groups()).isEmpty();
        assertThat(database.count("SELECT COUNT(*) FROM deliveries")).isZero();
        poisoned.forEach(
                order -> assertThat(database.publisher.times(STOCK, order)).isEqualTo(2));
    }

    @Test
    void tellsWhatALetterDiedOfAgain() {
        long order = dead();
        dead();
        error = "still no plant for order %d";

        JsonObject canary = verdict(replayOne(order));

        assertThat(counts(canary)).isEqualTo("FAILED 1 = 0 + 1 + 0");
        assertThat(canary.getJsonArray("errors"))
                .containsExactly("still no plant for order " + order);
        assertThat(group("no plant for order #").getLong("count")).isEqualTo(1);
        assertThat(group("still no plant for order #").getLong("count")).isEqualTo(1);
        assertRefused(Kind.CONFLICT, this::replayAll);

        mend();
        assertThat(counts(verdict(replayOne(order)))).isEqualTo("DELIVERED 1 = 1 + 0 + 0");
        assertThat(counts(replay(canary.getString("replayId"))))
                .as("the earlier verdict stays")
                .isEqualTo("FAILED 1 = 0 + 1 + 0");
    }

    @Test
    void asksForAnotherCanaryWhenALetterDiedSince() {
        dead();
        dead();
        mend();
        verdict(replayOne());
        error = "no plant for order %d";
        dead();

        assertRefused(Kind.CONFLICT, this::replayAll);

        mend();
        verdict(replayOne());
        assertThat(counts(verdict(replayAll()))).isEqualTo("DELIVERED 1 = 1 + 0 + 0");
    }

    /** A single letter is under way at a time, so that a replay lasts until it is let go on. */
    @Test
    void isOneReplayWhenTwoAskAtOnce() {
        long order = dead();
        dead();
        dead();
        mend();
        restart(new JsonObject().put("sweepBatch", 1));
        database.publisher.hold(STOCK);

        String cause = group("no plant for order #").getString("cause");
        Future<String> one = askForOne(order);
        Future<String> another = askForOne(order);
        assertThat(TestDatabase.await(one)).isEqualTo(TestDatabase.await(another));
        database.publisher.release();
        verdict(TestDatabase.await(one));

        database.publisher.hold(STOCK);
        Future<String> all = askForAll(cause);
        Future<String> allAgain = askForAll(cause);
        assertThat(TestDatabase.await(all)).isEqualTo(TestDatabase.await(allAgain));
        database.publisher.release();
        assertThat(counts(verdict(TestDatabase.await(all)))).isEqualTo("DELIVERED 2 = 2 + 0 + 0");
    }

    @Test
    void leavesALetterAloneThatIsNotDead() {
        long order = dead();
        String eventId = eventId(order);
        mend();
        verdict(replayOne(order));

        assertRefused(Kind.NOT_FOUND, () -> TestDatabase.await(askForOne(eventId)));
        assertRefused(Kind.NOT_FOUND, () -> TestDatabase.await(askForAll("0123456789abcdef")));
        assertRefused(Kind.NOT_FOUND, () -> replay("no such replay").encode());
    }

    @Test
    void goesOnWithAReplayAfterACrash() {
        for (int i = 0; i < 6; i++) {
            dead();
        }
        mend();
        verdict(replayOne());
        JsonObject little = new JsonObject().put("sweepBatch", 2).put("leaseMs", 300);
        restart(little);
        database.publisher.hold(STOCK);
        String id = replayAll();
        eventually("two are under way", () -> poisonedUnderWay() >= 2);
        assertThat(counts(replay(id))).isEqualTo("UNDER_WAY 5 = 0 + 0 + 5");

        restart(little);

        assertThat(counts(verdict(id))).isEqualTo("DELIVERED 5 = 5 + 0 + 0");
    }

    private long poisonedUnderWay() {
        return poisoned.stream()
                .filter(order -> database.publisher.times(STOCK, order) > 0)
                .count();
    }

    /** What is on its way then has no outcome, as after a crash. */
    private void restart(JsonObject journal) {
        database.close();
        database = start(journal);
    }

    private TestDatabase start(JsonObject journal) {
        JsonObject quick = new JsonObject()
                .put("sweepIntervalMs", 20)
                .put("retryBaseMs", 1)
                .put("leaseMs", 5_000);
        TestDatabase started =
                new TestDatabase(new JsonObject().put("journal", quick.mergeIn(journal)));
        started.publisher.answer = (target, event) -> {
            String now = error;
            long order = event.detail().orderId().value();
            return target.equals(STOCK) && !now.isEmpty() && poisoned.contains(order)
                    ? Outcome.failed(now.formatted(order), false)
                    : Outcome.acknowledged();
        };
        return started;
    }

    private void mend() {
        error = "";
    }

    /** An order whose goods nobody asks the stockist for. */
    private long dead() {
        long order = database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
        poisoned.add(order);
        accept(order);
        database.execute(Samples.PLACE, Samples.placed(order));
        eventually(
                "it is dead",
                () -> database.count("SELECT COUNT(*) FROM deliveries WHERE cause_id IS NOT NULL"
                                + " AND event_key = " + (order * 16 + 1))
                        == 1);
        return order;
    }

    private void accept(long order) {
        database.execute(Samples.ACCEPT, new JsonObject().put("order", Samples.accepted(order)));
    }

    private List<JsonObject> groups() {
        return database.execute("""
                { getDeadLetters { cause subscriber event error count firstDiedAtMs lastDiedAtMs
                    samples { orderId eventId } } }""").getJsonArray("getDeadLetters").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private JsonObject group(String wanted) {
        return groups().stream()
                .filter(group -> group.getString("error").equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static List<Long> orders(JsonObject group) {
        return group.getJsonArray("samples").stream()
                .map(sample -> ((JsonObject) sample).getLong("orderId"))
                .toList();
    }

    private String replayOne() {
        return TestDatabase.await(askForOne(group("no plant for order #")
                .getJsonArray("samples")
                .getJsonObject(0)
                .getString("eventId")));
    }

    private String replayOne(long order) {
        return TestDatabase.await(askForOne(order));
    }

    private Future<String> askForOne(long order) {
        return askForOne(eventId(order));
    }

    private static String eventId(long order) {
        return new EventKey(order * 16 + 1).eventId().toString();
    }

    private Future<String> askForOne(String eventId) {
        return ask(
                "mutation One($eventId: String!, $subscriber: String!) { id: replayDeadLetter(eventId: $eventId, subscriber: $subscriber) }",
                new JsonObject().put("eventId", eventId).put("subscriber", STOCK));
    }

    private String replayAll() {
        return TestDatabase.await(askForAll(group("no plant for order #").getString("cause")));
    }

    private Future<String> askForAll(String cause) {
        return ask(
                "mutation All($cause: String!) { id: replayDeadLetters(cause: $cause) }",
                new JsonObject().put("cause", cause));
    }

    private Future<String> ask(String document, JsonObject variables) {
        return database.client
                .execute(new Operation(document), variables)
                .map(answer -> answer.getString("id"));
    }

    private JsonObject replay(String id) {
        return database.execute("""
                query Replay($id: String!) { getReplay(id: $id) {
                  replayId canary requested delivered failed waiting verdict errors } }""", new JsonObject().put("id", id)).getJsonObject("getReplay");
    }

    private JsonObject verdict(String id) {
        eventually("it ends", () -> !replay(id).getString("verdict").equals("UNDER_WAY"));
        return replay(id);
    }

    private static String counts(JsonObject replay) {
        return "%s %d = %d + %d + %d"
                .formatted(
                        replay.getString("verdict"),
                        replay.getLong("requested"),
                        replay.getLong("delivered"),
                        replay.getLong("failed"),
                        replay.getLong("waiting"));
    }

    private static void assertRefused(Kind kind, Callable<String> call) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::call)
                .satisfies(refusal -> assertThat(refusal.problem().kind()).isEqualTo(kind));
    }
}
