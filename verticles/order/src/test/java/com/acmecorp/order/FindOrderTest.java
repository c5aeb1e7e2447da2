package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class FindOrderTest {

    private static final OrderId ORDER = new OrderId(86_757);
    private static final JsonObject ACCEPTED = JsonObject.of("status", "ACCEPTED");

    private final LinkTokens links = new LinkTokens("a secret of the tests");
    private final FakeDatabase database = new FakeDatabase().on("askForLinks", order -> true);
    private final FindOrder findOrder = new FindOrder(database, links);

    @BeforeEach
    void theOrderIsAnns() {
        isKnownAs(Map.of("email", "ann@example.com", "linkGeneration", 1));
    }

    private void isKnownAs(@Nullable Map<String, Object> contact) {
        database.on("getContact", order -> contact);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com", " Ann@Example.COM "})
    void mailsTheLinksToWhoKnowsNumberAndAddress(String email) {
        assertThat(find("email", email)).isEqualTo(ACCEPTED);

        assertThat(database.calls("askForLinks")).containsExactly(JsonObject.of("id", 86_757L));
    }

    @Test
    void mailsTheLinksToWhoHasTheTrackingLink() {
        assertThat(find("token", links.token(Purpose.TRACK, ORDER, 1))).isEqualTo(ACCEPTED);

        assertThat(database.calls("askForLinks")).hasSize(1);
    }

    @Test
    void saysTheSameWhateverIsWrong() {
        assertThat(find("email", "bob@example.com")).isEqualTo(ACCEPTED);
        assertThat(find("token", links.token(Purpose.TRACK, ORDER))).isEqualTo(ACCEPTED);
        assertThat(find("token", links.token(Purpose.BOOK_DELIVERY, ORDER, 1))).isEqualTo(ACCEPTED);
        assertThat(find("token", "guessed")).isEqualTo(ACCEPTED);
        isKnownAs(null);
        assertThat(find("email", "ann@example.com")).isEqualTo(ACCEPTED);

        assertThat(database.calls("askForLinks")).isEmpty();
    }

    @Test
    void saysTheSameWhenTheDatabaseIsAway() {
        database.on("getContact", order -> {
            throw Problem.of(Kind.UNAVAILABLE, "Away.").asException();
        });

        assertThat(find("email", "ann@example.com")).isEqualTo(ACCEPTED);
    }

    @Test
    void asksForSomethingThatProvesIt() {
        Future<JsonObject> refused = Future.succeededFuture(
                        Request.of(JsonObject.of("orderId", ORDER.value())))
                .compose(findOrder::handle);

        assertThat(OrderForm.problemOf(refused).kind()).isEqualTo(Kind.INVALID);
    }

    private JsonObject find(String field, String proof) {
        Request request = Request.of(JsonObject.of("orderId", ORDER.value(), field, proof));
        return Await.result(findOrder.handle(request));
    }
}
