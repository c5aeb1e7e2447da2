package com.acmecorp.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.sandbox.SandboxBehaviour;
import com.acmecorp.platform.signature.BodySignature;
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
class StockVerticleTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final String SECRET = "a secret of the stockist";
    private static final JsonObject ITS_ID = JsonObject.of("id", 86_757L);
    private static final Map<String, Object> CANCELLED = Map.of("status", "CANCELLED");

    private TestPlatform acme;

    @BeforeEach
    void databaseTakesWhatItIsTold(Vertx vertx) {
        acme = TestPlatform.on(vertx);
        acme.database()
                .on("recordStock", arguments -> ORDER.row())
                .on("awaitGoods", arguments -> ORDER.row());
    }

    @Test
    void recordsGoodsThatComeAtOnce(Vertx vertx) {
        deploy(vertx, 0, 0);

        assertThat(acme.subscriber()
                        .deliver("stock.request-goods", ORDER.placed())
                        .succeeded())
                .isTrue();
        assertThat(acme.database().calls("recordStock")).containsExactly(ITS_ID);
    }

    @Test
    void notesThatTheGoodsComeLater(Vertx vertx) {
        deploy(vertx, 0, 1);

        assertThat(acme.subscriber()
                        .deliver("stock.request-goods", ORDER.placed())
                        .succeeded())
                .isTrue();
        assertThat(acme.database().calls("awaitGoods")).containsExactly(ITS_ID);
        assertThat(acme.database().calls("recordStock")).isEmpty();
    }

    @Test
    void asksAgainLaterWhenTheStockistDoesNotAnswer(Vertx vertx) {
        deploy(vertx, 1, 0);

        Throwable failure =
                acme.subscriber().deliver("stock.request-goods", ORDER.placed()).cause();
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        silence -> assertThat(silence.problem().kind().worthRetrying())
                                .isTrue());
        assertThat(acme.database().calls()).isEmpty();
    }

    @Test
    void recordsGoodsThatSomebodySaysHaveCome(Vertx vertx) {
        deploy(vertx, 0, 0);
        JsonObject body = JsonObject.of("orderId", 86_757);

        for (JsonObject request : new JsonObject[] {body, JsonObject.of("detail", body)}) {
            assertThat(acme.useCases().call("stock", request).result())
                    .isEqualTo(JsonObject.of("message", "Stock created for order 86757"));
        }
        JsonObject arrived = ITS_ID.copy().put("arrived", true);
        assertThat(acme.database().calls("recordStock")).containsExactly(arrived, arrived);
    }

    @Test
    void saysWhatToDoWithGoodsThatComeForACancelledOrder(Vertx vertx) {
        acme.database()
                .on("recordStock", arguments -> CANCELLED)
                .on("goodsReturned", arguments -> true);
        deploy(vertx, 0, 0);
        JsonObject order = JsonObject.of("orderId", 86_757);

        assertThat(message("stock", order)).contains("is cancelled", "POST /goodsReturned");
        assertThat(message("goodsReturned", order)).contains("86757 went back");
    }

    private String message(String useCase, JsonObject request) {
        return Await.result(acme.useCases().call(useCase, request)).getString("message");
    }

    @Test
    void callsACancelledOrderOffAtTheStockist(Vertx vertx) {
        Simulators others = Simulators.on(vertx);
        deploy(vertx, others.config(5_000), 0, 0);

        Await.result(acme.subscriber().deliver("stock.cancel-goods", ORDER.cancelled()));

        assertThat(itsStatus(others)).isEqualTo("CANCELLED");
    }

    /** The stockist may have made nothing of a cancellation that came before the order. */
    @Test
    void callsTheGoodsOffThatItAskedForWhileTheOrderWasBeingCancelled(Vertx vertx) {
        acme.database().on("recordStock", arguments -> CANCELLED);
        Simulators others = Simulators.on(vertx);
        deploy(vertx, others.config(5_000), 0, 0);

        Await.result(acme.subscriber().deliver("stock.request-goods", ORDER.placed()));

        assertThat(itsStatus(others)).isEqualTo("CANCELLED");
    }

    @Test
    void notesNoGoodsOfAnOrderThatWasCalledOff(Vertx vertx) {
        deploy(vertx, 0, 0);
        Await.result(acme.subscriber().deliver("stock.cancel-goods", ORDER.cancelled()));

        Await.result(acme.subscriber().deliver("stock.request-goods", ORDER.placed()));

        assertThat(acme.database().calls()).isEmpty();
    }

    private static String itsStatus(Simulators others) {
        return others.books("requests")
                .getJsonArray("requests")
                .getJsonObject(0)
                .getString("status");
    }

    @Test
    void believesAStockistWhoKnowsTheSecret(Vertx vertx) {
        deploy(vertx, 0, 0);

        assertThat(acme.useCases().call("stockDelivered", signed(SECRET, 0)).result())
                .isEqualTo(JsonObject.of("message", "Stock created for order 86757"));
        assertThat(acme.database().calls("recordStock"))
                .containsExactly(ITS_ID.copy().put("arrived", true));
    }

    @Test
    void believesNobodyElseAndNoCallOfYesterday(Vertx vertx) {
        deploy(vertx, 0, 0);
        long fiveMinutes = 300_000;

        for (JsonObject call : List.of(
                signed("another secret of somebody", 0),
                signed(SECRET, -fiveMinutes - 1_000),
                signed(SECRET, fiveMinutes + 1_000),
                signed(SECRET, 0).put("payload", "{\"orderId\":86758}"),
                signed(SECRET, 0).put("signature", ""),
                signed(SECRET, 0).put("timestamp", ""))) {
            assertThat(acme.useCases().call("stockDelivered", call).cause())
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().kind())
                                    .isEqualTo(Kind.UNAUTHORIZED));
        }
        assertThat(acme.database().calls("recordStock")).isEmpty();
    }

    private JsonObject signed(String secret, long laterMs) {
        String time = String.valueOf(acme.platform().clock().millis() + laterMs);
        String payload = "{\"orderId\":86757}";
        return JsonObject.of(
                "payload", payload,
                "timestamp", time,
                "signature", new BodySignature(secret).sign(time, payload));
    }

    @Test
    void asksAStockistOverHttpWhereThereIsOne(Vertx vertx) {
        Simulators others = Simulators.on(vertx);
        deploy(vertx, others.config(5_000), 1, 0);

        Await.result(acme.subscriber().deliver("stock.request-goods", ORDER.placed()));

        assertThat(others.books("requests").getJsonArray("requests")).hasSize(1);
        assertThat(acme.database().calls("recordStock")).containsExactly(ITS_ID);
        assertThat(acme.health().here()).containsExactly("stockist");
    }

    @Test
    void saysWhenThereIsNoSuchOrder(Vertx vertx) {
        ProblemException unknown =
                Problem.of(Kind.NOT_FOUND, "There is no order 86757.").asException();
        acme.database().on("recordStock", arguments -> {
            throw unknown;
        });
        deploy(vertx, 0, 0);

        assertThat(acme.useCases()
                        .call("stock", JsonObject.of("orderId", 86_757))
                        .cause())
                .isSameAs(unknown);
    }

    @Test
    void asksTheDatabaseWhatItUnderstands() {
        assertThat(AcmeSchema.errorsIn(RecordStock.RECORD_STOCK)).isEmpty();
        assertThat(AcmeSchema.errorsIn(RecordStock.AWAIT_GOODS)).isEmpty();
        assertThat(AcmeSchema.errorsIn(RecordStock.RECORD_ARRIVAL)).isEmpty();
        assertThat(AcmeSchema.errorsIn(ReturnGoods.GOODS_RETURNED)).isEmpty();
        assertThat(AcmeSchema.errorsIn(StockistsBooks.QUERY)).isEmpty();
    }

    private void deploy(Vertx vertx, double failureShare, double laterShare) {
        PartyConfig nobody = PartyConfig.from(new Settings(List.of(), Map.of()), "stock");
        deploy(vertx, nobody, failureShare, laterShare);
    }

    private void deploy(Vertx vertx, PartyConfig stockist, double failureShare, double laterShare) {
        StockConfig config = new StockConfig(
                stockist, new SandboxBehaviour(0, failureShare), laterShare, SECRET);
        acme.deploy(vertx, new StockVerticle(config, acme.platform()));
    }
}
