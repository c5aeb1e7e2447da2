package com.acmecorp.database.sql;

import com.acmecorp.database.order.Contact;
import com.acmecorp.database.order.Corrections;
import com.acmecorp.database.order.Facts;
import com.acmecorp.database.order.Order;
import com.acmecorp.database.order.Progress;
import com.acmecorp.database.order.Status;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.data.Numeric;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Currency;

/** Orders as rows of the table {@code orders}, and back. */
public final class OrderRows {

    public static final String COLUMNS = """
            order_id, name, email, phone, street, city, customer_type, market, products, total_price_cents, org_number,
            org_number_text, test_id, traceparent, accepted_at_ms, placed_at_ms, status, stocked_at_ms, delivery_time_ms,
            delivery_revision, delivery_booked_at_ms, cancelled_at_ms, goods_awaited_at_ms, charged_amount, charged_currency,
            contact_corrections, link_generation, state, postal_code, language""";

    public static final int COLUMN_COUNT = COLUMNS.split(",").length;

    private OrderRows() {}

    /** The row's values, in the order of {@link #COLUMNS}. */
    public static Tuple row(Order order) {
        Facts facts = order.facts();
        Contact contact = facts.contact();
        Money charged = facts.charged();
        Progress progress = order.progress();
        DeliveryTime deliveryTime = progress.deliveryTime();
        return Tuple.tuple()
                .addLong(order.id().value())
                .addString(contact.name())
                .addString(contact.email())
                .addString(contact.phone())
                .addString(contact.street())
                .addString(contact.city())
                .addString(facts.customerType())
                .addString(facts.market())
                .addString(facts.products())
                .addLong(facts.totalPrice().value())
                .addString(facts.orgNumber() == null ? null : facts.orgNumber().toString())
                .addString(facts.orgNumberText())
                .addLong(facts.testId())
                .addString(facts.trace().value())
                .addLong(facts.acceptedAt().toEpochMilli())
                .addLong(progress.placedAt().toEpochMilli())
                .addString(progress.status().name())
                .addLong(millis(progress.stockedAt()))
                .addLong(deliveryTime == null ? null : deliveryTime.epochMs())
                .addInteger(progress.deliveryRevision())
                .addLong(millis(progress.deliveryBookedAt()))
                .addLong(millis(progress.cancelledAt()))
                .addLong(millis(progress.goodsAwaitedAt()))
                .addLong(charged == null ? null : charged.minorUnits())
                .addString(charged == null ? null : charged.currency().getCurrencyCode())
                .addInteger(facts.corrections().contact())
                .addInteger(facts.corrections().links())
                .addString(contact.state())
                .addString(contact.postalCode())
                .addString(contact.language());
    }

    public static Order order(Row row) {
        return new Order(facts(row), progress(row));
    }

    private static Facts facts(Row row) {
        return new Facts(
                new OrderId(row.getLong("order_id")),
                new Contact(
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("street"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("postal_code"),
                        row.getString("language")),
                row.getString("customer_type"),
                row.getString("market"),
                row.getString("products"),
                new UsdCents(row.getLong("total_price_cents")),
                wholeNumber(row.get(Numeric.class, "org_number")),
                row.getString("org_number_text"),
                row.getLong("test_id"),
                money(row.getLong("charged_amount"), row.getString("charged_currency")),
                new TraceParent(row.getString("traceparent")),
                Instant.ofEpochMilli(row.getLong("accepted_at_ms")),
                new Corrections(
                        row.getInteger("contact_corrections"), row.getInteger("link_generation")));
    }

    private static Progress progress(Row row) {
        Long deliveryTimeMs = row.getLong("delivery_time_ms");
        return new Progress(
                Status.valueOf(row.getString("status")),
                Instant.ofEpochMilli(row.getLong("placed_at_ms")),
                instant(row.getLong("goods_awaited_at_ms")),
                instant(row.getLong("stocked_at_ms")),
                deliveryTimeMs == null ? null : new DeliveryTime(deliveryTimeMs),
                row.getInteger("delivery_revision"),
                instant(row.getLong("delivery_booked_at_ms")),
                instant(row.getLong("cancelled_at_ms")));
    }

    private static @Nullable Money money(@Nullable Long amount, @Nullable String currency) {
        return amount == null || currency == null
                ? null
                : new Money(amount, Currency.getInstance(currency));
    }

    private static @Nullable BigInteger wholeNumber(@Nullable Numeric number) {
        return number == null ? null : number.bigIntegerValue();
    }

    private static @Nullable Instant instant(@Nullable Long epochMs) {
        return epochMs == null ? null : Instant.ofEpochMilli(epochMs);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
