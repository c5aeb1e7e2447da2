package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.order.payment.PaymentResult.Declined;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

class CreateOrderTest {

    private static final OrderId ID = new OrderId(100_000_000);
    private static final OrderId EARLIER = new OrderId(42);
    private static final TraceParent TRACE = TraceParent.fresh();

    private final LinkTokens links = new LinkTokens("a secret of the tests");
    private final ScriptedProvider us = new ScriptedProvider("Blank of America");
    private final ScriptedProvider mx = new ScriptedProvider("El Banco Blanco");
    private final ScriptedProvider sandbox = new ScriptedProvider("El Banco Blanco (sandbox)");
    private final FakeDatabase database = new FakeDatabase()
            .on("allocateOrderIds", arguments -> ID.value())
            .on("findAcceptedOrder", arguments -> null)
            .on("getLinkGeneration", arguments -> 0)
            .on("acceptOrder", arguments -> receipt(ID));
    private final KeptPayments payments = KeptPayments.in(database);
    private final CreateOrder createOrder = new CreateOrder(
            new OrderPolicy(Catalogue.acme(), Segments.acme(Markets.acme()), true),
            new OrderIds(database, 10),
            new PayOrder(
                    database, new PaymentProviders(Stream.of(us, mx, sandbox), 10_000), 20_000),
            database,
            links);

    @ParameterizedTest
    @CsvSource({"US, Blank of America, 30000, USD", "MX, El Banco Blanco, 600000, MXN"})
    void acceptsAnIndividualsOrderOnceItIsPaid(
            String market, String provider, long amount, String currency) {
        create(OrderForm.of("B2C", market), null);

        JsonObject opened = database.calls("openPayment").getFirst();
        assertThat(opened.getJsonObject("order"))
                .isEqualTo(OrderForm.of("B2C", market)
                        .put("orderId", ID.value())
                        .put("state", null)
                        .put("postalCode", null)
                        .put("language", null)
                        .put("totalPrice", 30_000L)
                        .put("orgNumber", null)
                        .put("orgNumberText", null)
                        .put("testId", 0L)
                        .put("traceparent", TRACE.value()));
        assertThat(opened.getJsonObject("payment"))
                .isEqualTo(JsonObject.of(
                        "provider",
                        provider,
                        "amount",
                        amount,
                        "currency",
                        currency,
                        "leaseMs",
                        20_000));
        assertThat(opened.getValue("idempotency")).isNull();
        assertThat(payments.settled()).isEqualTo(Map.of(ID, "ref-1"));
    }

    @Test
    void acceptsWhereThePlantsGoAndWhatTheirCustomerReads() {
        JsonObject form = OrderForm.business()
                .put("state", "OR")
                .put("postalCode", "97205")
                .put("language", "es");

        create(form, null);

        assertThat(database.calls("acceptOrder").getFirst().getJsonObject("order"))
                .contains(
                        Map.entry("state", "OR"),
                        Map.entry("postalCode", "97205"),
                        Map.entry("language", "es"));
    }

    @Test
    void acceptsABusinesssOrderWithoutPayment() {
        create(OrderForm.business(), null);

        JsonObject accepted = database.calls("acceptOrder").getFirst();
        assertThat(accepted.getJsonObject("order").getLong("orgNumber")).isEqualTo(1_234_567_890);
        assertThat(accepted.getJsonObject("order").getJsonObject("charged").getString("currency"))
                .isEqualTo("USD");
        assertThat(us.charges()).isEmpty();
    }

    @Test
    void answersWithALinkThatOpensTheOrder() {
        assertThat(create(OrderForm.individual(), null))
                .isEqualTo(JsonObject.of(
                        "status",
                        "SUCCESS",
                        "redirectUrl",
                        "/success",
                        "orderId",
                        ID.value(),
                        "trackingUrl",
                        "/success#order=100000000&token=" + links.token(Purpose.TRACK, ID),
                        "manageToken",
                        links.token(Purpose.MANAGE, ID)));
    }

    @Test
    void givesEachOrderItsOwnNumber() {
        assertThat(create(OrderForm.individual(), null).getLong("orderId")).isEqualTo(100_000_000);
        assertThat(create(OrderForm.individual(), null).getLong("orderId")).isEqualTo(100_000_001);
    }

    @Test
    void writesNothingWhenThePaymentIsDeclined() {
        mx.answers(() -> Future.succeededFuture(new Declined()));

        assertThat(refusal(OrderForm.of("B2C", "MX"), "key").kind())
                .isEqualTo(Kind.PAYMENT_DECLINED);
        assertThat(payments.settled()).isEmpty();
        assertThat(mx.charges()).isEmpty();
    }

    @Test
    void writesNothingWhenTheProviderFails() {
        us.answers(() -> Future.failedFuture(new IOException("no route")));

        assertThat(refusal(OrderForm.individual(), null).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(payments.isGivenUp(ID)).isTrue();
        assertThat(payments.settled()).isEmpty();
    }

    @Test
    void neitherChargesNorWritesAnOrderWithAWrongTotal() {
        assertThat(refusal(OrderForm.individual().put("totalPrice", 1), null).kind())
                .isEqualTo(Kind.INVALID);
        assertThat(refusal(OrderForm.individual().put("name", ""), "key").kind())
                .isEqualTo(Kind.INVALID);

        assertThat(us.charges()).isEmpty();
        assertThat(database.calls("openPayment")).isEmpty();
    }

    @Test
    void paysATestOrderLikeAnyOtherButInTheSandbox() {
        create(
                OrderForm.of("B2C", "MX")
                        .put("testId", 352)
                        .put("products", "BB001,BL001")
                        .put("orgNumber", 0),
                null);

        assertThat(sandbox.charges()).containsKey(ID);
        assertThat(mx.charges()).isEmpty();
        assertThat(database.calls("openPayment")
                        .getFirst()
                        .getJsonObject("order")
                        .getLong("testId"))
                .isEqualTo(352);
    }

    @Test
    void answersARepeatedRequestWithTheFirstOrder() {
        database.on("openPayment", arguments -> Map.of("orderId", EARLIER.value(), "open", false));

        assertThat(create(OrderForm.individual(), "key").getMap())
                .containsEntry("orderId", EARLIER.value())
                .containsEntry(
                        "trackingUrl",
                        "/success#order=42&token=" + links.token(Purpose.TRACK, EARLIER));
        assertThat(us.charges()).isEmpty();
    }

    @Test
    void givesNoLinksOfAnEarlierOrderWhoseLinksWereReplaced() {
        database.on("openPayment", arguments -> Map.of("orderId", EARLIER.value(), "open", false))
                .on("getLinkGeneration", order -> order.getLong("id") == EARLIER.value() ? 1 : 0);

        assertThat(create(OrderForm.individual(), "key"))
                .isEqualTo(JsonObject.of("status", "SUCCESS", "redirectUrl", "/success")
                        .put("orderId", EARLIER.value())
                        .put("trackingUrl", "/success#order=42")
                        .put("manageToken", "")
                        .put("linksRenewed", true));
        database.on("findAcceptedOrder", arguments -> EARLIER.value());
        assertThat(create(OrderForm.individual().put("totalPrice", 29_000), "key")
                        .getBoolean("linksRenewed"))
                .isTrue();
    }

    @Test
    void answersANewOrderWithoutAskingForItsLinks() {
        create(OrderForm.individual(), "key");

        assertThat(database.calls("getLinkGeneration")).isEmpty();
    }

    @Test
    void answersARepeatedRequestEvenIfThePriceHasChangedMeanwhile() {
        database.on("findAcceptedOrder", arguments -> EARLIER.value());

        assertThat(create(OrderForm.individual().put("totalPrice", 29_000), "key")
                        .getMap())
                .containsEntry("orderId", EARLIER.value());
    }

    @Test
    void refusesAPriceUnderAKeyThatStandsForNothing() {
        assertThat(refusal(OrderForm.individual().put("totalPrice", 29_000), "key")
                        .kind())
                .isEqualTo(Kind.INVALID);
    }

    @Test
    void tellsRequestsApartByTheirContentNotByTheOrderOfItsFields() {
        JsonObject shuffled = JsonObject.of("totalPrice", OrderForm.TOTAL_USD_CENTS)
                .mergeIn(OrderForm.individual());
        create(OrderForm.individual(), "key");
        create(shuffled, "key");
        create(OrderForm.individual().put("city", "Elsewhere"), "key");

        List<JsonObject> claims = database.calls("openPayment").stream()
                .map(arguments -> arguments.getJsonObject("idempotency"))
                .toList();
        assertThat(claims).extracting(claim -> claim.getString("key")).containsOnly("key");
        assertThat(claims.get(1)).isEqualTo(claims.get(0)).isNotEqualTo(claims.get(2));
        assertThat(claims.getFirst().getString("requestHash")).matches("[0-9a-f]{64}");
    }

    @Test
    void refusesAKeyThatStandsForAnotherRequest() {
        database.on("openPayment", failing(Kind.INVALID));

        assertThat(refusal(OrderForm.individual(), "key").kind()).isEqualTo(Kind.INVALID);
        assertThat(us.charges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "schlüssel", "a\nb"})
    void refusesAKeyThatIsNone(String key) {
        assertThat(refusal(OrderForm.individual(), key).kind()).isEqualTo(Kind.MALFORMED);
        assertThat(refusal(OrderForm.individual(), "k".repeat(201)).kind())
                .isEqualTo(Kind.MALFORMED);
        assertThat(database.calls()).isEmpty();
    }

    @Test
    void sendsAwayWhoAsksAgainWhileTheFirstRequestIsUnderWay() {
        database.on("openPayment", failing(Kind.IN_PROGRESS));

        assertThat(refusal(OrderForm.individual(), "key").kind()).isEqualTo(Kind.IN_PROGRESS);
        assertThat(us.charges()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "INTERNAL"})
    void asksAgainWhenItIsUnclearWhetherABusinesssOrderWasWritten(Kind unclear) {
        Deque<Kind> failures = new ArrayDeque<>(List.of(unclear));
        database.on("acceptOrder", arguments -> {
            if (!failures.isEmpty()) {
                throw problem(failures.poll()).asException();
            }
            return Map.of("orderId", ID.value(), "accepted", false);
        });

        assertThat(create(OrderForm.business(), null).getMap())
                .containsEntry("orderId", ID.value());
        assertThat(database.calls("acceptOrder"))
                .hasSize(2)
                .containsOnly(database.calls("acceptOrder").getFirst());
    }

    @Test
    void doesNotAskAgainWhenTheDatabaseIsOverloaded() {
        database.on("acceptOrder", failing(Kind.OVERLOADED));

        assertThat(refusal(OrderForm.business(), null).kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(database.calls("acceptOrder")).hasSize(1);
    }

    @Test
    void chargesNothingWhenThereIsNoOrderNumber() {
        database.on("allocateOrderIds", failing(Kind.UNAVAILABLE));

        assertThat(refusal(OrderForm.individual(), null).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(us.charges()).isEmpty();
    }

    private JsonObject create(JsonObject form, @Nullable String key) {
        return Await.result(handle(form, key));
    }

    private Problem refusal(JsonObject form, @Nullable String key) {
        return OrderForm.problemOf(handle(form, key));
    }

    private Future<JsonObject> handle(JsonObject form, @Nullable String key) {
        return Future.succeededFuture(new Request(form, TRACE, key)).compose(createOrder::handle);
    }

    private static Map<String, Object> receipt(OrderId id) {
        return Map.of("orderId", id.value(), "accepted", true);
    }

    private static Function<JsonObject, Object> failing(Kind kind) {
        return arguments -> {
            throw problem(kind).asException();
        };
    }

    private static Problem problem(Kind kind) {
        return Problem.of(kind, "No.");
    }
}
