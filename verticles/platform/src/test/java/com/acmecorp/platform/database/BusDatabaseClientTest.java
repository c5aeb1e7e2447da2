package com.acmecorp.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventJson;
import com.acmecorp.platform.bus.BusCodecs;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;

@ExtendWith(VertxExtension.class)
class BusDatabaseClientTest {

    private static final Operation OPERATION =
            new Operation("query { getOrder(id: 7) { orderId } }");

    @BeforeEach
    void registerCodecs(Vertx vertx) {
        BusCodecs.register(vertx);
    }

    @Test
    void asksWithPlainVariablesAndAnswersTheData(Vertx vertx) {
        database(
                vertx,
                request -> request.reply(
                        new GraphQlAnswer(Map.of("asked", request.body().variables()), null)));
        JsonObject variables = JsonObject.of(
                "order",
                JsonObject.of("skus", JsonArray.of(JsonObject.of("n", 2))),
                "payment",
                null);

        JsonObject data = Await.result(client(vertx).execute(OPERATION, variables));

        assertThat(data.getJsonObject("asked")).isEqualTo(variables);
        assertThat(data.getMap().get("asked"))
                .isInstanceOfSatisfying(
                        Map.class, asked -> assertThat(asked.get("order")).isInstanceOf(Map.class));
    }

    @Test
    void failsWithTheProblemOfTheFirstError(Vertx vertx) {
        Problem problem = Problem.ofField(Kind.INVALID, "id", "There is no order -1.");
        Map<?, ?> json = EventJson.read(EventJson.write(problem), Map.class);
        answer(
                vertx,
                new GraphQlAnswer(
                        Map.of(),
                        List.of(
                                Map.of("message", "x", "extensions", Map.of("problem", json)),
                                Map.of("message", "y"))));

        assertThat(failure(vertx))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    @Test
    void takesAnErrorWithoutAProblemForABug(Vertx vertx) {
        answer(vertx, new GraphQlAnswer(null, List.of(Map.of("message", "no such field"))));

        assertThat(failure(vertx))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no such field");
    }

    @Test
    void takesAnAnswerWithNothingInItForABug(Vertx vertx) {
        answer(vertx, new GraphQlAnswer(null, List.of()));

        assertThat(failure(vertx)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysThatTheDatabaseIsNotThere(Vertx vertx) {
        assertThat(failure(vertx)).hasMessageStartingWith("DATABASE_AWAY");
    }

    @Test
    void givesUpWaiting(Vertx vertx) {
        database(vertx, request -> {});

        assertThat(Await.failure(
                        new BusDatabaseClient(vertx, 1).execute(OPERATION, new JsonObject())))
                .hasMessageContaining("in time");
    }

    @Test
    void passesErrorsOnToThoseOutside(Vertx vertx) {
        GraphQlAnswer refused =
                new GraphQlAnswer(null, List.of(Map.of("message", "no such field")));
        answer(vertx, refused);

        GraphQlRequest request = new GraphQlRequest("{ x }", Map.of(), null);
        assertThat(Await.result(client(vertx).forward(request))).isEqualTo(refused);
    }

    private static DatabaseClient client(Vertx vertx) {
        return new BusDatabaseClient(vertx, 10_000);
    }

    private static Throwable failure(Vertx vertx) {
        return Await.failure(client(vertx).execute(OPERATION, new JsonObject()));
    }

    private static void answer(Vertx vertx, GraphQlAnswer answer) {
        database(vertx, request -> request.reply(answer));
    }

    private static void database(Vertx vertx, Handler<Message<GraphQlRequest>> handler) {
        Await.result(
                vertx.eventBus().consumer(BusDatabaseClient.ADDRESS, handler).completion());
        Await.result(vertx.eventBus()
                .consumer(BusDatabaseClient.UNTRUSTED_ADDRESS, handler)
                .completion());
    }
}
