package com.acmecorp.order.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.party.PartyBooks.Difference;
import com.acmecorp.platform.testing.AcmeSchema;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Currency;
import java.util.Optional;
import java.util.stream.Stream;

@ExtendWith(VertxExtension.class)
class BanksBooksTest {

    private static final OrderId ORDER = new OrderId(7);
    private static final String NAME = "El Banco Blanco";
    private static final Money AMOUNT = new Money(500, Currency.getInstance("MXN"));

    private PaymentProvider bank;

    @BeforeEach
    void open(Vertx vertx) {
        bank = new HttpPaymentProvider(NAME, Simulators.on(vertx).client(NAME));
    }

    @Test
    void followTheMoneyOfAnOrder() {
        assertThat(theirs("STOCKED", 500)).contains(NAME + " holds nothing");

        Await.result(bank.pay(ORDER, AMOUNT));
        assertThat(theirs("STOCKED", 500)).isEmpty();
        assertThat(theirs("STOCKED", 501)).contains(NAME + " holds 5.00 MXN");
        assertThat(theirs("CANCELLED", 500)).contains(NAME + " holds 5.00 MXN");
        assertThat(compare(order("CANCELLED", 500, NAME).put("refundRefused", true)))
                .as("known, and alerted by itself")
                .isEmpty();

        Await.result(bank.refund(ORDER));
        assertThat(theirs("CANCELLED", 500)).isEmpty();
        assertThat(theirs("DELIVERY_BOOKED", 500)).contains(NAME + " gave the money back");
    }

    @Test
    void askNobodyAboutAnOrderThatIsInvoicedOrWhoseProviderIsNoMore() {
        assertThat(compare(JsonObject.of("status", "STOCKED"))).isEmpty();
        assertThat(compare(order("STOCKED", 500, "A bank of yesterday"))).isEmpty();
    }

    @Test
    void askTheDatabaseWhatItUnderstands() {
        assertThat(AcmeSchema.errorsIn(BanksBooks.QUERY)).isEmpty();
    }

    private Optional<String> theirs(String status, long amount) {
        return compare(order(status, amount, NAME)).map(Difference::theirs);
    }

    private static JsonObject order(String status, long amount, String provider) {
        JsonObject payment =
                JsonObject.of("provider", provider, "amount", amount, "currency", "MXN");
        return JsonObject.of("status", status, "payment", payment);
    }

    private Optional<Difference> compare(JsonObject ours) {
        PaymentProviders providers = new PaymentProviders(Stream.of(bank), 5_000);
        return Await.result(new BanksBooks(providers, name -> true).compare(ORDER, ours));
    }
}
