package com.acmecorp.operations.facts;

import com.acmecorp.platform.config.Settings;

import io.vertx.core.json.JsonObject;

/**
 * For how many milliseconds an order may be in each stage.
 *
 * @param place OrderCreated, until its row is there
 * @param stock OrderPlaced, until the stockist has delivered
 * @param markStocked StockCreated, until it is STOCKED
 * @param chooseTime OrderDeliverable, until the customer has chosen a delivery time
 * @param autoBook OrderDeliverable of a test order, until it is booked
 * @param markBooked DeliveryBooked, until it is DELIVERY_BOOKED
 * @param mail a mail that was written, until a mail server takes it
 */
public record StageLimits(
        int place,
        int stock,
        int markStocked,
        int chooseTime,
        int autoBook,
        int markBooked,
        int mail) {

    private static final int MINUTE_MS = 60_000;
    private static final int DAY_MS = 86_400_000;

    public static StageLimits from(Settings settings) {
        return new StageLimits(
                limit(
                        settings,
                        "operations.placeLimitMs",
                        "OrderCreated, until its order's row is there",
                        MINUTE_MS),
                limit(
                        settings,
                        "operations.stockLimitMs",
                        "OrderPlaced, until the stockist has delivered: three days",
                        3 * DAY_MS),
                limit(
                        settings,
                        "operations.markStockedLimitMs",
                        "StockCreated, until the order is STOCKED",
                        MINUTE_MS),
                limit(
                        settings,
                        "operations.chooseTimeLimitMs",
                        "OrderDeliverable, until the customer has chosen a delivery time: two weeks",
                        14 * DAY_MS),
                limit(
                        settings,
                        "operations.autoBookLimitMs",
                        "OrderDeliverable of a test order, until it is booked",
                        MINUTE_MS),
                limit(
                        settings,
                        "operations.markBookedLimitMs",
                        "DeliveryBooked, until the order is DELIVERY_BOOKED",
                        MINUTE_MS),
                limit(
                        settings,
                        "operations.mailLimitMs",
                        "a mail that was written, until a mail server has it",
                        5 * MINUTE_MS));
    }

    private static int limit(Settings settings, String key, String about, int standard) {
        return settings.number(key, about, standard, 1, Integer.MAX_VALUE);
    }

    /** As the schema's TroubleLimits. */
    JsonObject json() {
        return new JsonObject()
                .put("placeMs", place)
                .put("stockMs", stock)
                .put("markStockedMs", markStocked)
                .put("chooseTimeMs", chooseTime)
                .put("autoBookMs", autoBook)
                .put("markBookedMs", markBooked)
                .put("mailMs", mail);
    }
}
