package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class ServeCustomerTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final JsonObject BY =
            JsonObject.of("operator", "Kim", "reason", "the street was mistyped");

    private final FakeDatabase database = new FakeDatabase()
            .on("correctContact", call -> ORDER.row())
            .on("newLinks", call -> ORDER.row())
            .on("cancelOrder", call -> ORDER.row())
            .on(
                    "getOperatorActions",
                    call -> List.of(Map.of(
                            "number", 1,
                            "action", "newLinks",
                            "operator", "Kim",
                            "reason", "lost",
                            "before", "",
                            "after", "",
                            "actedAtMs", 5L)));
    private final ServeCustomer service = new ServeCustomer(database);

    @Test
    void correctsTheContactInTheOperatorsName() {
        JsonObject contact = new JsonObject()
                .put("name", "Ann")
                .put("email", "ann@example.com")
                .put("phone", "5550100")
                .put("street", "2 Fern St")
                .put("city", "Portland");

        Await.result(service.correctContact(request(contact.copy())));

        assertThat(database.calls("correctContact"))
                .containsExactly(JsonObject.of("id", 86_757L, "contact", contact, "by", BY));
    }

    @Test
    void correctsStatePostalCodeAndLanguageWhereTheyAreSaid() {
        JsonObject contact = new JsonObject()
                .put("name", "Ann")
                .put("email", "ann@example.com")
                .put("phone", "5550100")
                .put("street", "2 Fern St")
                .put("city", "Honolulu")
                .put("state", "HI")
                .put("postalCode", "")
                .put("language", "en");

        Await.result(service.correctContact(request(contact.copy())));

        assertThat(database.calls("correctContact").getFirst().getJsonObject("contact"))
                .isEqualTo(contact);
    }

    @Test
    void replacesLinksAndCancelsInTheOperatorsName() {
        Await.result(service.newLinks(request(new JsonObject())));
        Await.result(service.cancel(request(new JsonObject())));

        assertThat(database.calls("newLinks"))
                .containsExactly(JsonObject.of("id", 86_757L, "by", BY));
        assertThat(database.calls("cancelOrder"))
                .containsExactly(JsonObject.of("id", 86_757L, "by", BY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "reason"})
    void doesNothingForNobodyOrForNoReason(String missing) {
        JsonObject body = request(new JsonObject()).body();
        body.remove(missing);

        Future<JsonObject> refused =
                Future.succeededFuture(Request.of(body)).compose(service::newLinks);

        assertThat(OrderForm.problemOf(refused).kind()).isEqualTo(Kind.INVALID);
        assertThat(database.calls()).isEmpty();
    }

    @Test
    void tellsWhatWasDone() {
        assertThat(Await.result(service.actions(Request.of(JsonObject.of("orderId", 86_757))))
                        .getJsonArray("actions")
                        .getJsonObject(0)
                        .getString("operator"))
                .isEqualTo("Kim");
    }

    private static Request request(JsonObject fields) {
        return Request.of(fields.put("orderId", 86_757).mergeIn(BY));
    }
}
