package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventJson;
import com.acmecorp.events.Market;
import com.acmecorp.events.Markets;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.Settlement.PayUpfront;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Individuals in Canada, who pay in CAD at a provider of their own: one market row and one segment row. */
class FurtherSegmentTest {

    private static final Market CANADA = EventJson.read("""
                    {"market": "CA", "name": "Canada", "currency": "CAD", "usdRate": 1.3725,
                     "locale": "en-CA", "zone": "America/Toronto"}""", Market.class);
    private static final Segment INDIVIDUALS =
            new Segment("B2C", CANADA, new PayUpfront("Maple Bank"));

    private final Markets markets = new Markets(with(Markets.acme().all(), CANADA));
    private final Segments segments =
            new Segments(with(Segments.acme(Markets.acme()).all(), INDIVIDUALS));
    private final List<ScriptedProvider> providers =
            segments.paymentProviders().map(ScriptedProvider::new).toList();
    private final FakeDatabase database =
            new FakeDatabase().on("allocateOrderIds", arguments -> 500L);
    private final KeptPayments payments = KeptPayments.in(database);

    @Test
    void isSoldToPricedAndPaidInItsOwnCurrency() {
        CreateOrder createOrder = new CreateOrder(
                new OrderPolicy(Catalogue.acme(), segments, false),
                new OrderIds(database, 10),
                new PayOrder(database, new PaymentProviders(providers.stream(), 10_000), 20_000),
                database,
                new LinkTokens("a secret of the tests"));

        JsonObject answer = Await.result(createOrder.handle(Request.of(OrderForm.of("B2C", "CA"))));

        assertThat(answer.getString("status")).isEqualTo("SUCCESS");
        assertThat(providers.getLast().name()).isEqualTo("Maple Bank");
        assertThat(providers.getLast().charges())
                .containsExactly(Map.entry(
                        new OrderId(500), new Money(41_175, Currency.getInstance("CAD"))));
        assertThat(payments.settled()).isEqualTo(Map.of(new OrderId(500), "ref-1"));
    }

    @Test
    void isShownInTheShop() {
        JsonObject products = new ListProducts(Catalogue.acme(), markets, segments).answer();

        assertThat(products.getJsonArray("markets").getJsonObject(2))
                .isEqualTo(new JsonObject("""
                                {"market": "CA", "name": "Canada", "currency": "CAD", "locale": "en-CA",
                                 "customerTypes": ["B2C"]}"""));
        assertThat(products.getJsonArray("products")
                        .getJsonObject(0)
                        .getJsonObject("prices")
                        .getJsonObject("CA"))
                .isEqualTo(JsonObject.of("amount", 20_588L, "currency", "CAD"));
    }

    private static <T> List<T> with(List<T> rows, T row) {
        return Stream.concat(rows.stream(), Stream.of(row)).toList();
    }
}
