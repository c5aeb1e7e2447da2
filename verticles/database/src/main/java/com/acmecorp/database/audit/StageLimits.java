package com.acmecorp.database.audit;

/** For how many milliseconds an order may be in each stage. */
public record StageLimits(
        long placeMs,
        long stockMs,
        long markStockedMs,
        long chooseTimeMs,
        long autoBookMs,
        long markBookedMs) {

    long of(Stage stage) {
        return switch (stage) {
            case PLACE -> placeMs;
            case STOCK -> stockMs;
            case MARK_STOCKED -> markStockedMs;
            case CHOOSE_TIME -> chooseTimeMs;
            case AUTO_BOOK -> autoBookMs;
            case MARK_BOOKED -> markBookedMs;
            case CANCELLED -> 0;
        };
    }
}
