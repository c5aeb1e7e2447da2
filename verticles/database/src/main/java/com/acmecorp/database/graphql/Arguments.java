package com.acmecorp.database.graphql;

import static java.util.Objects.requireNonNull;

import com.acmecorp.database.order.BookingTerms;
import com.acmecorp.database.order.ChangeCutoff;
import com.acmecorp.database.order.ExpectedTime;
import com.acmecorp.database.order.Facts;
import com.acmecorp.database.write.BookingRules;
import com.acmecorp.database.write.EmailKey;
import com.acmecorp.database.write.IdempotencyClaim;
import com.acmecorp.database.write.MailSender;
import com.acmecorp.database.write.Operator;
import com.acmecorp.database.write.UnpaidBuyer;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import graphql.schema.DataFetchingEnvironment;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The arguments of a field, as our own types. What GraphQL's types let pass and ours don't is refused as INVALID. */
record Arguments(Map<String, Object> values) {

    static Arguments of(DataFetchingEnvironment environment) {
        return new Arguments(environment.getArguments());
    }

    /** An argument that the schema demands, so GraphQL has seen to it that it is there. */
    String text(String name) {
        return String.valueOf(values.get(name));
    }

    @Nullable
    String optionalText(String name) {
        return (String) values.get(name);
    }

    long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    @Nullable
    Long optionalNumber(String name) {
        return has(name) ? number(name) : null;
    }

    @Nullable
    Integer optionalInt(String name) {
        return (Integer) values.get(name);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    @SuppressWarnings("unchecked") // An input object is a map by graphql-java's documentation.
    Arguments object(String name) {
        return new Arguments((Map<String, Object>) requireNonNull(values.get(name)));
    }

    @SuppressWarnings("unchecked") // A list of numbers by the schema.
    List<Long> numbers(String name) {
        return ((List<Number>) requireNonNull(values.get(name)))
                .stream().map(Number::longValue).toList();
    }

    List<OrderId> orderIds(String name) {
        return numbers(name).stream()
                .map(number -> checked(name, () -> new OrderId(number)))
                .toList();
    }

    @SuppressWarnings("unchecked") // A list of input objects by the schema.
    List<Arguments> objects(String name) {
        return ((List<Map<String, Object>>) requireNonNull(values.get(name)))
                .stream().map(Arguments::new).toList();
    }

    OrderId orderId(String name) {
        return checked("orderId", () -> new OrderId(number(name)));
    }

    DeliveryTime deliveryTime(String name) {
        return checked(name, () -> DeliveryTime.parse(text(name)));
    }

    /** What a booking is held against. */
    BookingRules bookingRules() {
        ExpectedTime expected = has("expectedTime")
                ? checked("expectedTime", () -> ExpectedTime.parse(text("expectedTime")))
                : null;
        Integer cutoffHours = optionalInt("changeCutoffHours");
        return new BookingRules(
                optionalInt("capacity"),
                new BookingTerms(
                        expected,
                        cutoffHours == null ? null : new ChangeCutoff(cutoffHours),
                        flag("override")),
                has("unpaid") ? object("unpaid").unpaidBuyer() : null);
    }

    private UnpaidBuyer unpaidBuyer() {
        return new UnpaidBuyer(texts("keys"), number("most"));
    }

    @SuppressWarnings("unchecked") // A list of texts by the schema.
    private List<String> texts(String name) {
        return (List<String>) requireNonNull(values.get(name));
    }

    UsdCents price(String name) {
        return checked(name, () -> new UsdCents(number(name)));
    }

    EmailKey emailKey() {
        return new EmailKey(orderId("orderId"), text("template"), text("revision"));
    }

    /** The field {@code sender}, or null where the client doesn't claim a mail. */
    @Nullable
    MailSender sender() {
        if (!has("sender")) {
            return null;
        }
        Arguments sender = object("sender");
        return new MailSender(sender.number("number"), Duration.ofMillis(sender.number("leaseMs")));
    }

    /** The argument {@code by}, or null where no operator acts. */
    @Nullable
    Operator operator() {
        if (!has("by")) {
            return null;
        }
        Arguments by = object("by");
        return new Operator(by.text("operator"), by.text("reason"));
    }

    /** The argument {@code idempotency}, or null where the client sent no key. */
    @Nullable
    IdempotencyClaim idempotencyClaim() {
        if (!has("idempotency")) {
            return null;
        }
        Arguments claim = object("idempotency");
        return new IdempotencyClaim(claim.text("key"), claim.text("requestHash"));
    }

    Money money() {
        Currency currency = checked("currency", () -> Currency.getInstance(text("currency")));
        return checked("amount", () -> new Money(number("amount"), currency));
    }

    long positive(String name) {
        if (number(name) < 1) {
            throw Problem.ofField(Kind.INVALID, name, name + " must be 1 or more.")
                    .asException();
        }
        return number(name);
    }

    /** How many a client asks for: at least one, and never more than that many. */
    int limit(String name, int most) {
        return (int) Math.min(positive(name), most);
    }

    /** The facts of an order whose fields are these arguments. */
    Facts facts(OrderId id, Instant acceptedAt) {
        return new OrderForm(this).facts(id, acceptedAt);
    }

    /** A moment that is given in epoch milliseconds. */
    Instant instant(String name) {
        long epochMs = number(name);
        if (epochMs < 0) {
            throw Problem.ofField(Kind.INVALID, name, name + " must not be less than 0.")
                    .asException();
        }
        return Instant.ofEpochMilli(epochMs);
    }

    private static <T> T checked(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw Problem.ofField(Kind.INVALID, field, String.valueOf(e.getMessage()))
                    .asException();
        }
    }
}
