package com.acmecorp.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestPlatform;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

@ExtendWith(VertxExtension.class)
class DeadLettersTest {

    private static final String REPLAY = "6a7e8feb-b491-4cf7-a9f1-bf3703467718";
    private static final String CAUSE = "0123456789abcdef";

    private TestPlatform acme;

    @BeforeEach
    void start(Vertx vertx) {
        acme = TestPlatform.on(vertx);
        Await.result(DeadLetters.offer(acme.platform()).mapEmpty());
    }

    @Test
    void showsThemByTheirCause() {
        Map<String, Object> letter = Map.of(
                "orderId", 7,
                "eventId", "3a237b3b-dd82-572f-97b2-b81dc6b4eec1",
                "subscriber", "stock.request-goods",
                "event", "OrderPlaced",
                "attempts", 8,
                "error", "no plant 'x'",
                "diedAtMs", 2);
        Map<String, Object> group = Map.of(
                "cause",
                CAUSE,
                "subscriber",
                "stock.request-goods",
                "event",
                "OrderPlaced",
                "error",
                "no plant '…'",
                "count",
                1,
                "atLeast",
                false,
                "firstDiedAtMs",
                1,
                "lastDiedAtMs",
                2,
                "samples",
                List.of(letter));
        acme.database().on("getDeadLetters", arguments -> List.of(group));

        JsonObject shown = ask("deadLetters", new JsonObject());

        assertThat(shown).isEqualTo(JsonObject.of("deadLetters", new JsonArray().add(group)));
    }

    @Test
    void tellsWhereTheNextPageBegins() {
        acme.database()
                .on(
                        "getDeadLetters",
                        arguments -> IntStream.range(0, 50)
                                .mapToObj(DeadLettersTest::groupOfCause)
                                .toList());

        JsonObject page = ask("deadLetters", JsonObject.of("after", CAUSE));

        assertThat(page.getString("next")).isEqualTo("0000000000000031");
        assertThat(acme.database().calls("getDeadLetters"))
                .containsExactly(JsonObject.of("after", CAUSE));
    }

    private static Map<String, Object> groupOfCause(int number) {
        String cause = "%016x".formatted(49 - number);
        return Map.of(
                "cause",
                cause,
                "subscriber",
                "stock.request-goods",
                "event",
                "OrderPlaced",
                "error",
                "no plant",
                "count",
                1,
                "atLeast",
                false,
                "firstDiedAtMs",
                1,
                "lastDiedAtMs",
                2,
                "samples",
                List.of());
    }

    @Test
    void replaysOneEventOrAllOfACause() {
        acme.database()
                .on("replayDeadLetter", arguments -> REPLAY)
                .on("replayDeadLetters", arguments -> REPLAY);
        JsonObject one = JsonObject.of(
                "eventId",
                "3a237b3b-dd82-572f-97b2-b81dc6b4eec1",
                "subscriber",
                "stock.request-goods");
        JsonObject all = JsonObject.of("cause", CAUSE);

        assertThat(ask("replay", one)).isEqualTo(JsonObject.of("replayId", REPLAY));
        assertThat(ask("replay", all)).isEqualTo(JsonObject.of("replayId", REPLAY));

        assertThat(acme.database().calls("replayDeadLetter")).containsExactly(one);
        assertThat(acme.database().calls("replayDeadLetters")).containsExactly(all);
    }

    @Test
    void passesOnWhyAReplayIsRefused() {
        acme.database().on("replayDeadLetters", arguments -> {
            throw Problem.of(Kind.CONFLICT, "one first").asException();
        });

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ask("replay", JsonObject.of("cause", CAUSE)))
                .withMessageContaining("one first");
    }

    @Test
    void tellsTheOutcomeOfAReplay() {
        Map<String, Object> replay = new JsonObject()
                .put("replayId", REPLAY)
                .put("cause", CAUSE)
                .put("canary", false)
                .put("requestedAtMs", 1)
                .put("requested", 3)
                .put("delivered", 2)
                .put("failed", 1)
                .put("waiting", 0)
                .put("countedUpTo", 10_000)
                .put("verdict", "FAILED")
                .put("errors", List.of("no plant 'x'"))
                .getMap();
        acme.database().on("getReplay", arguments -> replay);

        assertThat(ask("replay.outcome", JsonObject.of("id", REPLAY)))
                .isEqualTo(new JsonObject(replay));
        assertThat(acme.database().calls("getReplay")).containsExactly(JsonObject.of("id", REPLAY));
    }

    private JsonObject ask(String useCase, JsonObject body) {
        return Await.result(acme.useCases().call(useCase, body));
    }
}
