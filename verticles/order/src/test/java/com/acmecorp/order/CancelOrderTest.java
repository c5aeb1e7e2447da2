package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

class CancelOrderTest {

    private static final OrderId ORDER = new OrderId(86_757);

    private final LinkTokens links = new LinkTokens("a secret of the tests");
    private final FakeDatabase database = new FakeDatabase()
            .on(
                    "cancelOrder",
                    arguments -> Map.of("orderId", arguments.getLong("id"), "status", "CANCELLED"));
    private final CancelOrder cancelOrder = new CancelOrder(database, links);

    @Test
    void cancelsTheOrderOfItsToken() {
        assertThat(Await.result(cancel(links.token(Purpose.CANCEL, ORDER))))
                .isEqualTo(JsonObject.of("orderId", 86_757L, "status", "CANCELLED"));
        assertThat(database.calls("cancelOrder"))
                .containsExactly(JsonObject.of("id", 86_757L, "linkGeneration", 0));
    }

    @Test
    void tellsTheDatabaseWhichLinkItIs() {
        Await.result(cancel(links.token(Purpose.CANCEL, ORDER, 3)));

        assertThat(database.calls("cancelOrder"))
                .containsExactly(JsonObject.of("id", 86_757L, "linkGeneration", 3));
    }

    @ParameterizedTest
    @EnumSource(names = {"TRACK", "BOOK_DELIVERY"})
    void refusesTheTokenOfAnotherLink(Purpose purpose) {
        assertThat(OrderForm.problemOf(cancel(links.token(purpose, ORDER))).kind())
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(database.calls()).isEmpty();
    }

    @Test
    void refusesTheTokenOfAnotherOrder() {
        assertThat(OrderForm.problemOf(cancel(links.token(Purpose.CANCEL, new OrderId(86_758))))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
    }

    @Test
    void saysWhyTheDatabaseRefuses() {
        ProblemException tooLate = Problem.of(
                        Kind.CONFLICT, "Its delivery is booked; please call us.")
                .asException();
        database.on("cancelOrder", arguments -> {
            throw tooLate;
        });

        assertThat(OrderForm.problemOf(cancel(links.token(Purpose.CANCEL, ORDER))))
                .isEqualTo(tooLate.problem());
    }

    private Future<JsonObject> cancel(String token) {
        return Future.succeededFuture(
                        Request.of(JsonObject.of("orderId", ORDER.value(), "token", token)))
                .compose(cancelOrder::handle);
    }
}
