package com.acmecorp.simulators.testing;

import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.party.PartyClient;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.party.PartyLimits;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.simulators.SimulatorsConfig;
import com.acmecorp.simulators.SimulatorsVerticle;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;

/** The four third parties on a port of their own: a test tells them how to behave and looks into their books. */
public final class Simulators {

    private static final PartyLimits PATIENT = new PartyLimits(8, 2_000, 1_000, 60_000);
    private static final int PATIENCE_MS = 5_000;

    private final Vertx vertx;
    private final WebClient http;
    private final SimulatorsVerticle verticle;

    private Simulators(Vertx vertx, SimulatorsVerticle verticle) {
        this.vertx = vertx;
        this.http = WebClient.create(vertx);
        this.verticle = verticle;
    }

    public static Simulators on(Vertx vertx) {
        return on(vertx, "http://127.0.0.1:1/stock");
    }

    /**
     * Simulators whose stockist calls back.
     *
     * @param stockUrl whom it calls
     */
    public static Simulators on(Vertx vertx, String stockUrl) {
        SimulatorsVerticle verticle =
                new SimulatorsVerticle(new SimulatorsConfig(0, stockUrl, "the stock's key", ""));
        Await.result(vertx.deployVerticle(verticle));
        return new Simulators(vertx, verticle);
    }

    /** Settings that lead to them. */
    public PartyConfig config(int timeoutMs) {
        return new PartyConfig(verticle.url(), "", timeoutMs, PATIENT);
    }

    /** A client that takes its time. */
    public PartyClient client(String party) {
        return client(party, PATIENCE_MS);
    }

    public PartyClient client(String party, int timeoutMs) {
        return PartyClient.of(
                vertx, new HealthChecks(vertx, PATIENCE_MS), party, config(timeoutMs));
    }

    /** Lets a party behave like this from now on. */
    public void behave(String party, JsonObject behaviour) {
        call(HttpMethod.PUT, "/behaviour/" + party, behaviour);
    }

    /** What a party has in its books, such as {@code payments}. */
    public JsonObject books(String name) {
        return call(HttpMethod.GET, "/" + name, new JsonObject());
    }

    private JsonObject call(HttpMethod method, String path, JsonObject body) {
        return Await.result(http.requestAbs(method, verticle.url() + path)
                .sendJsonObject(body)
                .map(answer -> {
                    if (answer.statusCode() != 200) {
                        throw new AssertionError(answer.statusCode() + " " + answer.bodyAsString());
                    }
                    return answer.bodyAsJsonObject();
                }));
    }
}
