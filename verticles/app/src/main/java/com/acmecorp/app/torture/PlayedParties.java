package com.acmecorp.app.torture;

import com.acmecorp.simulators.SimulatorsConfig;
import com.acmecorp.simulators.SimulatorsVerticle;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The third parties, played in this process, so that they outlive a shop that is killed. Its methods block. */
record PlayedParties(Vertx vertx, String url) implements AutoCloseable {

    static final List<String> BANKS = List.of("Blank of America", "El Banco Blanco");

    /**
     * Opens them.
     *
     * @param stockUrl where the stockist tells that goods have come
     */
    static PlayedParties open(String stockUrl) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        SimulatorsVerticle parties = new SimulatorsVerticle(
                new SimulatorsConfig(FreePorts.find(1).getFirst(), stockUrl, "", ""));
        vertx.deployVerticle(parties).await();
        return new PlayedParties(vertx, parties.url());
    }

    /** Lets one behave like this from now on; an empty object: perfectly. */
    void behave(String party, JsonObject behaviour) {
        api().put("/behaviour/" + party, behaviour);
    }

    /** What one has in its books, such as {@code payments}. */
    JsonObject books(String name) {
        return api().get("/" + name);
    }

    /** Settings of a shop whose payment providers they are. */
    Map<String, String> banks() {
        return Map.of(
                "order.paymentUrls",
                String.join(",", BANKS.stream().map(name -> name + "=" + url).toList()));
    }

    /** Settings of a shop that deals with all of them. */
    Map<String, String> all() {
        Map<String, String> settings = new HashMap<>(banks());
        List.of("stock", "finance", "delivery")
                .forEach(context -> settings.put(context + ".url", url));
        return settings;
    }

    JsonApi api() {
        return new JsonApi(url);
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
