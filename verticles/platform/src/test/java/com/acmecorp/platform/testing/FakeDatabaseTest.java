package com.acmecorp.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.Map;

class FakeDatabaseTest {

    private static final Operation FIND =
            new Operation("query ($id: Long!) { getOrder(id: $id) { orderId } }");
    private static final JsonObject ORDER_7 = JsonObject.of("id", 7L);

    private final FakeDatabase database = new FakeDatabase();

    @Test
    void answersInTheSchemasForm() {
        database.on("getOrder", arguments -> Map.of("orderId", arguments.getLong("id")));

        assertThat(database.execute(FIND, ORDER_7).result())
                .isEqualTo(JsonObject.of("getOrder", JsonObject.of("orderId", 7L)));
        assertThat(database.calls("getOrder")).containsExactly(ORDER_7);
    }

    @Test
    void failsWithTheProblemOfTheAnswer() {
        ProblemException missing =
                Problem.of(Kind.NOT_FOUND, "There is no order 7.").asException();
        database.on("getOrder", arguments -> {
            throw missing;
        });

        assertThat(database.execute(FIND, ORDER_7).cause()).isSameAs(missing);
    }

    @Test
    void refusesWhatTheSchemaDoesNotHave() {
        Operation wrong = new Operation("query { getOrder(id: 7) { colour } }");

        assertThat(AcmeSchema.errorsIn(wrong)).hasSize(1);
        Future<JsonObject> answer = database.execute(wrong, new JsonObject());
        assertThat(answer.cause()).hasMessageContaining("colour");
    }
}
