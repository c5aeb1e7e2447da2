package com.acmecorp.database.write;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Currency;

/**
 * Money that is to go back to a customer. It was given back at last, or the provider refused to do so and a person must.
 *
 * @param provider who took the money
 * @param refusal what the provider said when it refused
 * @param byHand what the operator wrote who gave the money back
 * @param attempts how often the provider was asked
 * @param cashReversed whether the cancellation itself took the cash out of the books, as it was before refunds were kept
 */
public record Refund(
        OrderId order,
        String provider,
        Money amount,
        State state,
        @Nullable String refusal,
        @Nullable String byHand,
        int attempts,
        Instant dueAt,
        @Nullable Instant askedAt,
        @Nullable Instant endedAt,
        boolean cashReversed) {

    /** What a statement selects that {@link #of} understands, and what {@link #row} gives. */
    public static final String COLUMNS =
            "order_id, provider, amount, currency, state, refusal, by_hand, attempts, due_at_ms, asked_at_ms,"
                    + " ended_at_ms, cash_reversed";

    static final int COLUMN_COUNT = COLUMNS.split(",").length;

    /** What has become of it. */
    public enum State {
        /** The provider is to be asked, or its answer isn't known. */
        DUE,
        /** The customer has the money. */
        DONE,
        /** The provider won't give it back. */
        REFUSED
    }

    static Refund due(OrderId order, Payment payment, boolean cashReversed, Instant now) {
        return new Refund(
                order,
                payment.provider(),
                payment.amount(),
                State.DUE,
                null,
                null,
                0,
                now,
                null,
                null,
                cashReversed);
    }

    Refund asked(Instant now) {
        return with(State.DUE, refusal, null, attempts + 1, now, null);
    }

    Refund done(Instant now) {
        return with(State.DONE, refusal, null, attempts, askedAt, now);
    }

    Refund refused(String why, Instant now) {
        return with(State.REFUSED, why, null, attempts, askedAt, now);
    }

    Refund settled(String reason, Instant now) {
        return with(State.DONE, refusal, reason, attempts, askedAt, now);
    }

    /** The provider is to be asked once more. */
    Refund dueAgain() {
        return with(State.DUE, refusal, null, attempts, askedAt, null);
    }

    private Refund with(
            State next,
            @Nullable String said,
            @Nullable String reason,
            int times,
            @Nullable Instant asked,
            @Nullable Instant ended) {
        return new Refund(
                order,
                provider,
                amount,
                next,
                said,
                reason,
                times,
                dueAt,
                asked,
                ended,
                cashReversed);
    }

    public static Refund of(Row row) {
        return new Refund(
                new OrderId(row.getLong(0)),
                row.getString(1),
                new Money(row.getLong(2), Currency.getInstance(row.getString(3))),
                State.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getInteger(7),
                Instant.ofEpochMilli(row.getLong(8)),
                instant(row.getLong(9)),
                instant(row.getLong(10)),
                row.getBoolean(11));
    }

    Tuple row() {
        return Tuple.tuple()
                .addLong(order.value())
                .addString(provider)
                .addLong(amount.minorUnits())
                .addString(amount.currency().getCurrencyCode())
                .addString(state.name())
                .addString(refusal)
                .addString(byHand)
                .addInteger(attempts)
                .addLong(dueAt.toEpochMilli())
                .addLong(millis(askedAt))
                .addLong(millis(endedAt))
                .addBoolean(cashReversed);
    }

    private static @Nullable Instant instant(@Nullable Long epochMs) {
        return epochMs == null ? null : Instant.ofEpochMilli(epochMs);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
