package com.acmecorp.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.party.PartyCall;
import com.acmecorp.platform.party.PartyClient;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.Eventually;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The parties as someone sees them who calls them over HTTP. */
@ExtendWith(VertxExtension.class)
class SimulatorsVerticleTest {

    private static final OrderId ORDER = new OrderId(7);
    private static final PartyCall PAY = pay(500);
    private static final PartyCall REQUEST =
            PartyCall.post("/requests", ORDER).with(JsonObject.of("products", "BB001"));

    private final List<String> calledBack = new CopyOnWriteArrayList<>();
    private final List<Throwable> surprises = new CopyOnWriteArrayList<>();
    private Simulators simulators;
    private PartyClient party;

    @BeforeEach
    void start(Vertx vertx) {
        simulators = Simulators.on(vertx, "http://127.0.0.1:" + shop(vertx).actualPort());
        party = simulators.client("the party");
    }

    @Test
    void chargeOnceHoweverOftenTheyAreAsked() {
        String first = status(PAY);

        assertThat(first).isEqualTo("PAID").isEqualTo(status(PAY));
        assertThat(simulators.books("payments")).isEqualTo(new JsonObject("""
                        {"payments": [{"orderId": 7, "status": "PAID", "amountMinorUnits": 500,
                                       "currency": "USD", "asked": 2}],
                         "charges": 1, "refunds": 0, "declined": 0,
                         "heldMinorUnits": {"USD": 500}, "forgotten": 0}"""));
    }

    @Test
    void refuseAKeyThatWasUsedForSomethingElse() {
        Await.result(party.send(PAY));
        Await.result(party.send(REQUEST));
        Await.result(party.send(entry(1)));

        assertThat(refusal(pay(501))).isEqualTo(Kind.PARTY_REFUSED);
        assertThat(refusal(REQUEST.with(JsonObject.of("products", "LB001"))))
                .isEqualTo(Kind.PARTY_REFUSED);
        assertThat(refusal(entry(2))).isEqualTo(Kind.PARTY_REFUSED);
    }

    @Test
    void takeNothingForAnOrderWhoseMoneyWasGivenBackBeforeItWasTaken() {
        PartyCall refund = PartyCall.post("/payments/7/refund", ORDER);

        assertThat(status(refund)).isEqualTo("REFUNDED");
        assertThat(status(PAY)).isEqualTo("DECLINED");
        assertThat(status(refund)).isEqualTo("REFUNDED");
        JsonObject books = simulators.books("payments");
        assertThat(books.getInteger("charges")).isZero();
        assertThat(books.getInteger("refunds")).isZero();
        assertThat(books.getJsonObject("heldMinorUnits")).isEmpty();
    }

    @Test
    void workOnACallWhoseAnswerGetsLost() {
        simulators.behave("payment", JsonObject.of("dropShare", 1));

        assertThat(refusal(PAY)).isEqualTo(Kind.UNAVAILABLE);
        simulators.behave("payment", JsonObject.of("hangShare", 1));
        assertThat(kind(simulators.client("the party", 500).send(PAY))).isEqualTo(Kind.UNAVAILABLE);

        assertThat(simulators.books("payments").getInteger("charges")).isEqualTo(1);
    }

    @Test
    void doNothingWhenTheyFail() {
        simulators.behave("payment", JsonObject.of("failureShare", 1));

        assertThat(refusal(PAY)).isEqualTo(Kind.UNAVAILABLE);
        assertThat(simulators.books("payments").getJsonArray("payments")).isEmpty();
    }

    @Test
    void behaveEachInItsOwnWay() {
        simulators.behave("payment", JsonObject.of("failureShare", 1));
        simulators.behave("delivery", JsonObject.of("declineShare", 1));

        JsonObject behaviour = simulators.books("behaviour");

        assertThat(behaviour.getJsonObject("payment").getDouble("failureShare")).isEqualTo(1);
        assertThat(behaviour.getJsonObject("delivery").getDouble("declineShare"))
                .isEqualTo(1);
        assertThat(behaviour.getJsonObject("stockist")).isEqualTo(Behaviour.PERFECT.json());
        assertThat(Await.result(party.send(REQUEST)).status()).isEqualTo(200);
    }

    @Test
    void tellTheShopLaterAndTwice() {
        simulators.behave(
                "stockist", JsonObject.of("laterShare", 1, "twiceShare", 1, "callbackDelayMs", 1));

        assertThat(Await.result(party.send(REQUEST)).status()).isEqualTo(202);
        assertThat(Await.result(party.send(REQUEST)).status()).isEqualTo(202);
        Eventually.holds(() -> simulators.books("requests").getInteger("callbacksAccepted") == 2);

        String call = "Bearer the stock's key {\"orderId\":7}";
        assertThat(calledBack).containsExactly(call, call);
        assertThat(simulators.books("requests").getInteger("callbacksWaiting")).isZero();
        assertThat(surprises).isEmpty();
    }

    @Test
    void callNobodyForAnOrderThatWasCalledOff() {
        simulators.behave("stockist", JsonObject.of("laterShare", 1, "callbackDelayMs", 50));
        assertThat(status(REQUEST)).isEqualTo("LATER");

        assertThat(status(PartyCall.delete("/requests/7", ORDER))).isEqualTo("CANCELLED");
        Eventually.holds(() -> simulators.books("requests").getInteger("callbacksWaiting") == 0);

        assertThat(calledBack).isEmpty();
        assertThat(status(PartyCall.get("/requests/7"))).isEqualTo("CANCELLED");
    }

    @Test
    void tellWhatTheyHoldOfAnOrder() {
        assertThat(status(PartyCall.get("/requests/7"))).isEqualTo("NONE");
        assertThat(status(PartyCall.get("/entries/7"))).isEqualTo("NONE");
        Await.result(party.send(REQUEST));
        Await.result(party.send(entry(5)));
        Await.result(party.send(PAY));

        assertThat(status(PartyCall.get("/requests/7"))).isEqualTo("DELIVERED");
        assertThat(Await.result(party.send(PartyCall.get("/entries/7"))).body())
                .isEqualTo(JsonObject.of("status", "ENTERED", "totalUsdCents", 5));
        assertThat(Await.result(party.send(PartyCall.get("/payments/7")))
                        .number("amountMinorUnits"))
                .isEqualTo(500);
    }

    @Test
    void sayWhatIsWrongWithACall() {
        assertThat(refusal(PartyCall.post("/payments", ORDER).with(new JsonObject())))
                .isEqualTo(Kind.PARTY_REFUSED);
        assertThat(refusal(PartyCall.get("/offers?asked=now"))).isEqualTo(Kind.PARTY_REFUSED);
        assertThat(refusal(PartyCall.put("/behaviour/nobody", ORDER).with(new JsonObject())))
                .isEqualTo(Kind.PARTY_REFUSED);
        assertThat(refusal(
                        PartyCall.put("/behaviour/payment", ORDER).with(JsonObject.of("mood", 1))))
                .isEqualTo(Kind.PARTY_REFUSED);
    }

    private HttpServer shop(Vertx vertx) {
        return Await.result(vertx.createHttpServer()
                .requestHandler(this::goodsHaveCome)
                .listen(0, "127.0.0.1"));
    }

    private void goodsHaveCome(HttpServerRequest request) {
        request.body()
                .compose(body -> {
                    calledBack.add(request.getHeader("Authorization") + " " + body);
                    return request.response().end();
                })
                .onFailure(surprises::add);
    }

    private String status(PartyCall call) {
        return Await.result(party.send(call)).text("status");
    }

    private Kind refusal(PartyCall call) {
        return kind(party.send(call));
    }

    private static Kind kind(Future<?> call) {
        return ((ProblemException) Await.failure(call)).problem().kind();
    }

    private static PartyCall pay(long minorUnits) {
        return PartyCall.post("/payments", ORDER).with(usd(minorUnits));
    }

    private static JsonObject usd(long minorUnits) {
        return JsonObject.of("amountMinorUnits", minorUnits, "currency", "USD");
    }

    private static PartyCall entry(long cents) {
        return PartyCall.post("/entries", ORDER).with(JsonObject.of("totalUsdCents", cents));
    }
}
