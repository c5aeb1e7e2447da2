package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestClock;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

class PlaceOrderTest {

    private final SampleOrder sample = SampleOrder.of(86_757);
    private final FakeDatabase database =
            new FakeDatabase().on("placeOrder", arguments -> sample.row());
    private final PlaceOrder placeOrder = new PlaceOrder(
            database, new OrderPolicy(Catalogue.acme(), Segments.acme(Markets.acme()), true));

    @Test
    void writesWhatTheEventSays() {
        OrderCreated event = sample.ofTest(7).in("OR", "97205").inLanguage("es").created();

        assertThat(Await.result(placeOrder.on(event))).isNotNull();

        assertThat(database.calls("placeOrder").getFirst())
                .isEqualTo(new JsonObject()
                        .put("orderId", 86_757L)
                        .put("name", event.name())
                        .put("email", event.email())
                        .put("phone", event.phone())
                        .put("street", event.street())
                        .put("city", event.city())
                        .put("state", "OR")
                        .put("postalCode", "97205")
                        .put("language", "es")
                        .put("customerType", "B2C")
                        .put("market", "US")
                        .put("products", "BB001,LB001")
                        .put("totalPrice", 30_000L)
                        .put("orgNumber", null)
                        .put("orgNumberText", null)
                        .put("testId", 7L)
                        .put("charged", JsonObject.of("amount", 30_000L, "currency", "USD"))
                        .put("traceparent", event.metadata().traceparent().value())
                        .put("acceptedAtMs", TestClock.START.toEpochMilli()));
    }

    @Test
    void checksNothingAgainThatWasAccepted() {
        OrderCreated accepted = sample.inMarket("CA").created();

        assertThat(Await.result(placeOrder.on(accepted))).isNotNull();
    }

    @Test
    void failsAsTheDatabaseDoesSoThatTheEventComesAgain() {
        database.on("placeOrder", arguments -> {
            throw Problem.of(Kind.UNAVAILABLE, "No.").asException();
        });

        assertThat(OrderForm.problemOf(placeOrder.on(sample.created())).kind())
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void placesAnOrderByHandAndShowsIt() {
        Request request = Request.of(OrderForm.individual());

        JsonObject placed = Await.result(placeOrder.handle(request));

        assertThat(placed.getLong("orderId")).isEqualTo(86_757);
        assertThat(placed.getString("status")).isEqualTo("PLACED");
        assertThat(placed.getString("customerName")).isEqualTo(sample.name());
        assertThat(database.calls("placeOrder").getFirst().getMap())
                .containsEntry("traceparent", request.trace().value())
                .doesNotContainKeys("orderId", "acceptedAtMs");
    }

    @Test
    void takesAnEnvelopeAndANumberOfTheCallers() {
        JsonObject detail = OrderForm.of("B2C", "MX")
                .put("orderId", "12")
                .put("testId", 321_321_321)
                .put("products", "BB001,BL001")
                .put("totalPrice", 32_500)
                .put("orgNumber", 0);

        Await.result(placeOrder.handle(
                Request.of(JsonObject.of("detail-type", "OrderCreated", "detail", detail))));

        assertThat(database.calls("placeOrder").getFirst().getMap())
                .containsEntry("orderId", 12L)
                .containsEntry("products", "BB001,BL001")
                .containsEntry("testId", 321_321_321L);
    }

    @Test
    void placesAnOrdersOwnEventAsIfItHadComeByItself() {
        OrderCreated accepted =
                sample.inMarket("MX").of("Ana", "ana@example.com").created();
        Await.result(placeOrder.on(accepted));

        Await.result(placeOrder.handle(envelopeOf(accepted)));

        JsonObject byItself = database.calls("placeOrder").getFirst();
        assertThat(database.calls("placeOrder").getLast()).isEqualTo(byItself);
    }

    @Test
    void checksAnOrderThatComesWithTheMetadataOfAnother() {
        Request request = envelopeOf(sample.created());
        request.detail().put("orderId", 12).put("totalPrice", 1);

        assertThat(OrderForm.problemOf(Future.succeededFuture(request).compose(placeOrder::handle))
                        .errors()
                        .getFirst()
                        .field())
                .isEqualTo("totalPrice");
    }

    private static Request envelopeOf(OrderCreated event) {
        return Request.of(new JsonObject(EventJson.write(EventEnvelope.of(event))));
    }

    @Test
    void holdsOrdersByHandToTheSameRules() {
        assertRefused(OrderForm.individual().put("totalPrice", 1));
        assertRefused(OrderForm.individual().put("products", "XX001"));
        assertRefused(OrderForm.of("B2C", "CA"));
        assertRefused(OrderForm.of("B2B", "US"));
        assertRefused(OrderForm.individual().put("orderId", 0));
        assertRefused(OrderForm.individual().put("orderId", "seven"));
        assertRefused(new JsonObject());
        assertThat(database.calls()).isEmpty();
    }

    private void assertRefused(JsonObject body) {
        Future<JsonObject> answer =
                Future.succeededFuture(Request.of(body)).compose(placeOrder::handle);

        assertThat(OrderForm.problemOf(answer).kind()).isEqualTo(Kind.INVALID);
    }
}
