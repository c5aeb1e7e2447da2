package com.acmecorp.platform.testing;

import com.acmecorp.events.DeliveryBooked;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.Metadata;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.OrderDeliverable;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.OrderPlaced;
import com.acmecorp.events.Settlement;
import com.acmecorp.events.StockCreated;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;

import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * An order for tests: its events and its row, as the database answers it.
 *
 * @param testId 0 for a customer's order
 */
public record SampleOrder(
        OrderId id,
        String market,
        long testId,
        String name,
        String email,
        String street,
        String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String language) {

    public static final String PHONE = "5550100";
    public static final String PRODUCTS = "BB001,LB001";
    public static final UsdCents TOTAL = new UsdCents(30_000);

    private static final TraceParent TRACE =
            new TraceParent("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    public static SampleOrder of(long id) {
        return new SampleOrder(
                new OrderId(id),
                "US",
                0,
                "Sam Person",
                "sam@example.com",
                "2 Plant Street",
                "Townsville",
                null,
                null,
                null);
    }

    public SampleOrder inMarket(String code) {
        return new SampleOrder(
                id, code, testId, name, email, street, city, state, postalCode, language);
    }

    public SampleOrder in(@Nullable String itsState, @Nullable String itsPostalCode) {
        return new SampleOrder(
                id, market, testId, name, email, street, city, itsState, itsPostalCode, language);
    }

    public SampleOrder inLanguage(String read) {
        return new SampleOrder(
                id, market, testId, name, email, street, city, state, postalCode, read);
    }

    public SampleOrder ofTest(long number) {
        return new SampleOrder(
                id, market, number, name, email, street, city, state, postalCode, language);
    }

    public SampleOrder of(String customer, String address) {
        return new SampleOrder(
                id, market, testId, customer, address, street, city, state, postalCode, language);
    }

    public OrderCreated created() {
        return new OrderCreated(
                id,
                name,
                email,
                PHONE,
                street,
                city,
                state,
                postalCode,
                language,
                "B2C",
                market,
                PRODUCTS,
                TOTAL,
                null,
                null,
                testId,
                charged(),
                Settlement.PAID,
                metadata(EventType.ORDER_CREATED));
    }

    public OrderPlaced placed() {
        return new OrderPlaced(
                id, PRODUCTS, name, email, TOTAL, charged(), metadata(EventType.ORDER_PLACED));
    }

    public StockCreated stockCreated() {
        return new StockCreated(id, metadata(EventType.STOCK_CREATED));
    }

    public OrderDeliverable deliverable() {
        return new OrderDeliverable(
                id,
                name,
                email,
                PHONE,
                street,
                city,
                state,
                postalCode,
                language,
                metadata(EventType.ORDER_DELIVERABLE));
    }

    public DeliveryBooked deliveryBooked(DeliveryTime time) {
        return new DeliveryBooked(
                id,
                name,
                email,
                PHONE,
                street,
                city,
                state,
                postalCode,
                language,
                time,
                metadata(EventType.DELIVERY_BOOKED));
    }

    public OrderCancelled cancelled() {
        return new OrderCancelled(
                id,
                name,
                email,
                language,
                TOTAL,
                charged(),
                Settlement.PAID,
                metadata(EventType.ORDER_CANCELLED));
    }

    /** What the order cost on the day it was accepted, which no later rate changes. */
    public Money charged() {
        return market.equals("MX")
                ? new Money(599_900, Currency.getInstance("MXN"))
                : new Money(TOTAL.value(), Currency.getInstance("USD"));
    }

    /** The answer of getOrder; a test may put other values into it. */
    public Map<String, Object> row() {
        Map<String, Object> row = new HashMap<>();
        row.put("orderId", id.value());
        row.put("customerName", name);
        row.put("customerEmail", email);
        row.put("customerPhone", PHONE);
        row.put("customerStreet", street);
        row.put("customerCity", city);
        row.put("customerState", state);
        row.put("customerPostalCode", postalCode);
        row.put("customerLanguage", language);
        row.put("customerType", "B2C");
        row.put("customerMarket", market);
        row.put("orderedProducts", PRODUCTS);
        row.put("totalPrice", TOTAL.value());
        row.put(
                "charged",
                Map.of(
                        "amount",
                        charged().minorUnits(),
                        "currency",
                        charged().currency().getCurrencyCode()));
        row.put("status", "PLACED");
        row.put("testId", testId);
        row.put("linkGeneration", 0);
        row.put("contactCorrections", 0);
        row.put("placedAtMs", TestClock.START.toEpochMilli());
        row.put("acceptedAtMs", TestClock.START.toEpochMilli());
        return row;
    }

    private Metadata metadata(EventType type) {
        return new Metadata(
                EventKey.of(id, type).eventId(),
                Metadata.SCHEMA_VERSION,
                TestClock.START,
                TRACE,
                market,
                testId);
    }
}
