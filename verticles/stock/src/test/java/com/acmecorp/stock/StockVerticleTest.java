package com.acmecorp.stock;

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
class StockVerticleTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final JsonObject ITS_ID = JsonObject.of("id", 86_757L);

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
        assertThat(acme.database().calls("recordStock")).containsExactly(ITS_ID, ITS_ID);
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
    }

    private void deploy(Vertx vertx, double failureShare, double laterShare) {
        PartyConfig nobody = PartyConfig.from(new Settings(List.of(), Map.of()), "stock");
        deploy(vertx, nobody, failureShare, laterShare);
    }

    private void deploy(Vertx vertx, PartyConfig stockist, double failureShare, double laterShare) {
        StockConfig config =
                new StockConfig(stockist, new SandboxBehaviour(0, failureShare), laterShare);
        acme.deploy(vertx, new StockVerticle(config, acme.platform()));
    }
}
