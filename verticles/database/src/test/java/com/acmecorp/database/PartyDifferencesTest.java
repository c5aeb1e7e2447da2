package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is compared with third parties, and what comes of it, on a real server. */
class PartyDifferencesTest {

    private static final String GOODS = "goods of cancelled orders";
    private static final String NOTE = """
            mutation Note($party: String!, $differences: [NotedDifference!]!, $agreed: [Long!]!) {
              noteComparison(party: $party, differences: $differences, agreed: $agreed) }""";
    private static final long AN_HOUR_MS = 3_600_000;

    private static TestDatabase database;
    private long id;

    @BeforeAll
    static void start() {
        database = new TestDatabase(new JsonObject());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void placeAnOrder() {
        id = database.execute("mutation { allocateOrderIds(count: 1) }")
                .getLong("allocateOrderIds");
        database.execute(Samples.OPEN_PAYMENT, Samples.payment(id, "El Banco Blanco"));
        database.execute(Samples.settle(id));
        database.execute(Samples.PLACE, Samples.placed(id));
    }

    @Test
    void tellWhatWeHoldOfAnOrder() {
        JsonObject placed = held(0);
        assertThat(placed.getJsonObject("payment").getLong("amount")).isEqualTo(600_000);
        assertThat(placed.getBoolean("stocked")).isFalse();
        assertThat(placed.getBoolean("goodsAwaited")).isFalse();
        assertThat(placed.getLong("saleCents")).isNull();

        database.execute("mutation { awaitGoods(id: %d) { orderId } }".formatted(id));
        database.execute("mutation { recordStock(id: %d) { orderId } }".formatted(id));
        database.execute("mutation { bookSale(orderId: %d, totalPrice: 30000) }".formatted(id));
        JsonObject stocked = held(0);
        assertThat(stocked.getBoolean("stocked")).isTrue();
        assertThat(stocked.getBoolean("goodsAwaited")).isTrue();
        assertThat(stocked.getLong("saleCents")).isEqualTo(30_000);

        database.execute(Samples.cancel(id));
        database.execute(Samples.reverseSale(id));
        assertThat(held(0).getBoolean("reversed")).isTrue();
        assertThat(held(0).getString("status")).isEqualTo("CANCELLED");
    }

    @Test
    void sayWhetherAnOrderIsAtRest() {
        assertThat(held(AN_HOUR_MS).getBoolean("atRest")).as("it is new").isFalse();
        Eventually.eventually("its events have arrived", () -> held(0).getBoolean("atRest"));

        database.run(
                "UPDATE events SET dispatch_at_ms = 9000000000000 WHERE event_key = " + id * 16);
        assertThat(held(0).getBoolean("atRest")).as("an event is on its way").isFalse();
    }

    @Test
    void goRoundFromTheNewestOrderDown() {
        JsonArray page = database.execute(
                        "{ getOrdersToCompare(before: %d, limit: 1, restMs: 0) { orderId } }"
                                .formatted(id + 1))
                .getJsonArray("getOrdersToCompare");

        assertThat(page).containsExactly(JsonObject.of("orderId", id));
    }

    @Test
    void areNotedOnceAndEndWhenBothAgree() {
        note("the stockist", "delivered", false);
        note("the stockist", "ordered", false);
        note("the bookkeeper", "nothing", false);

        JsonObject stockist = differences("the stockist").getJsonObject(0);
        assertThat(stockist.getLong("total")).isEqualTo(1);
        assertThat(stockist.getJsonArray("orders").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("orderId", id)
                        .put("ours", "cancelled")
                        .put("theirs", "ordered")
                        .put("advice", "Ask."));

        note("the stockist", "", true);
        assertThat(differences("the stockist")).isEmpty();
        assertThat(differences("the bookkeeper")).hasSize(1);
        note("the bookkeeper", "", true);
    }

    @Test
    void nameACancelledOrderWhoseGoodsArriveUntilTheyWentBack() {
        database.execute(Samples.cancel(id));

        arrive();
        arrive();
        JsonObject goods = differences(GOODS).getJsonObject(0);
        assertThat(goods.getJsonArray("orders").getJsonObject(0).getLong("orderId"))
                .isEqualTo(id);
        assertThat(database.timeline(id)).contains("StockCreated");

        assertThat(goodsReturned()).isTrue();
        assertThat(differences(GOODS)).isEmpty();
        assertThat(goodsReturned()).isFalse();
    }

    @Test
    void sayNothingOfGoodsThatCameBeforeTheCancellation() {
        arrive();
        database.execute(Samples.cancel(id));
        arrive();

        assertThat(differences(GOODS)).isEmpty();
    }

    private void arrive() {
        database.execute(
                "mutation { recordStock(id: %d, arrived: true) { status } }".formatted(id));
    }

    private boolean goodsReturned() {
        return database.execute("mutation { goodsReturned(id: %d) }".formatted(id))
                .getBoolean("goodsReturned");
    }

    private void note(String party, String theirs, boolean agrees) {
        JsonObject difference = new JsonObject()
                .put("orderId", id)
                .put("ours", "cancelled")
                .put("theirs", theirs)
                .put("advice", "Ask.");
        database.execute(
                NOTE,
                new JsonObject()
                        .put("party", party)
                        .put("differences", agrees ? new JsonArray() : JsonArray.of(difference))
                        .put("agreed", agrees ? JsonArray.of(id) : new JsonArray()));
    }

    /** The party where it differs, or nothing. */
    private static JsonArray differences(String party) {
        return database.execute("""
                        { getPartyDifferences(party: "%s", most: 5) {
                          party total orders { orderId ours theirs advice } } }""".formatted(party)).getJsonArray("getPartyDifferences");
    }

    private JsonObject held(long restMs) {
        return database.execute("""
                        { getOrdersToCompare(ids: [%d], limit: 1, restMs: %d) { status atRest goodsAwaited stocked
                          deliveryTime payment { provider amount currency } saleCents reversed } }""".formatted(id, restMs))
                .getJsonArray("getOrdersToCompare")
                .getJsonObject(0);
    }
}
