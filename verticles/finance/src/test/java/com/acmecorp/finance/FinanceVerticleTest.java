package com.acmecorp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.sandbox.SandboxBehaviour;
import com.acmecorp.platform.testing.AcmeSchema;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestPlatform;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;

@ExtendWith(VertxExtension.class)
class FinanceVerticleTest {

    private static final SampleOrder ORDER = SampleOrder.of(12_345_678);
    private static final JsonObject ENVELOPE = JsonObject.of(
            "detail-type",
            "OrderCreated",
            "detail",
            JsonObject.of("orderId", 12_345_678, "totalPrice", 10_000));

    private TestPlatform acme;

    @BeforeEach
    void ledgerTakesEverySale(Vertx vertx) {
        acme = TestPlatform.on(vertx);
        acme.database()
                .on("bookSale", arguments -> "BOOKED")
                .on("reverseSale", arguments -> "REVERSED");
    }

    @Test
    void booksThePlacedOrdersTotal(Vertx vertx) {
        deploy(vertx, 0);

        assertThat(acme.subscriber()
                        .deliver("finance.book-sale", ORDER.placed())
                        .succeeded())
                .isTrue();
        assertThat(acme.database().calls("bookSale"))
                .containsExactly(JsonObject.of("orderId", 12_345_678L, "totalPrice", 30_000L));
    }

    @Test
    void booksASaleByHandAndSaysWhatItBooked(Vertx vertx) {
        deploy(vertx, 0);

        assertThat(acme.useCases().call("finance", ENVELOPE).result().getString("message"))
                .isEqualTo("Adding order ID \"12345678\" and $100 to the books!");
    }

    @Test
    void keepsASaleThatTheLedgerRefusesFromTheBookkeeper(Vertx vertx) {
        ProblemException wrongTotal = Problem.ofField(
                        Kind.INVALID, "totalPrice", "The order's total is another.")
                .asException();
        acme.database().on("bookSale", arguments -> {
            throw wrongTotal;
        });
        // A bookkeeper who never answers would be heard of, were he asked.
        deploy(vertx, 1);

        assertThat(acme.useCases().call("finance", ENVELOPE).cause()).isSameAs(wrongTotal);
    }

    @Test
    void triesAgainWhenTheBookkeeperDoesNotAnswer(Vertx vertx) {
        deploy(vertx, 1);

        assertThat(acme.subscriber()
                        .deliver("finance.book-sale", ORDER.placed())
                        .cause())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        silence -> assertThat(silence.problem().kind().worthRetrying())
                                .isTrue());
    }

    @Test
    void tellsABookkeeperOverHttpWhereThereIsOne(Vertx vertx) {
        Simulators others = Simulators.on(vertx);
        deploy(vertx, others.config(5_000), 1);

        Await.result(acme.subscriber().deliver("finance.book-sale", ORDER.placed()));

        assertThat(others.books("entries").getLong("totalUsdCents")).isEqualTo(30_000);
        assertThat(acme.health().here()).containsExactly("bookkeeper");

        Await.result(acme.subscriber().deliver("finance.reverse-sale", ORDER.cancelled()));

        assertThat(others.books("entries").getLong("totalUsdCents")).isZero();
    }

    @Test
    void takesACancelledOrdersSaleBack(Vertx vertx) {
        deploy(vertx, 0);

        assertThat(acme.subscriber()
                        .deliver("finance.reverse-sale", ORDER.cancelled())
                        .succeeded())
                .isTrue();
        assertThat(acme.database().calls("reverseSale"))
                .containsExactly(JsonObject.of("orderId", 12_345_678L));
    }

    @Test
    void takesASaleBackAgainWhenTheBookkeeperDoesNotAnswer(Vertx vertx) {
        deploy(vertx, 1);

        assertThat(acme.subscriber()
                        .deliver("finance.reverse-sale", ORDER.cancelled())
                        .cause())
                .isInstanceOf(ProblemException.class);
        assertThat(acme.database().calls("reverseSale")).hasSize(1);
    }

    @Test
    void asksTheDatabaseWhatItUnderstands() {
        assertThat(AcmeSchema.errorsIn(ReverseSale.REVERSE_SALE)).isEmpty();
        assertThat(AcmeSchema.errorsIn(BookSale.BOOK_SALE)).isEmpty();
    }

    private void deploy(Vertx vertx, double failureShare) {
        deploy(vertx, PartyConfig.from(new Settings(List.of(), Map.of()), "finance"), failureShare);
    }

    private void deploy(Vertx vertx, PartyConfig bookkeeper, double failureShare) {
        FinanceConfig config = new FinanceConfig(bookkeeper, new SandboxBehaviour(0, failureShare));
        acme.deploy(vertx, new FinanceVerticle(config, acme.platform()));
    }
}
