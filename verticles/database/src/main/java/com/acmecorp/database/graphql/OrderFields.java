package com.acmecorp.database.graphql;

import com.acmecorp.database.order.Facts;
import com.acmecorp.database.order.Order;
import com.acmecorp.database.read.TimelineEntry;
import com.acmecorp.events.DeliveryTime;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeRuntimeWiring;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The fields of the contract's types, read off our own. */
final class OrderFields {

    private OrderFields() {}

    static TypeRuntimeWiring.Builder wire(TypeRuntimeWiring.Builder type) {
        field(type, "orderId", order -> order.id().value());
        field(type, "customerName", order -> order.facts().contact().name());
        field(type, "customerEmail", order -> order.facts().contact().email());
        field(type, "customerPhone", order -> order.facts().contact().phone());
        field(type, "customerStreet", order -> order.facts().contact().street());
        field(type, "customerCity", order -> order.facts().contact().city());
        field(type, "customerState", order -> order.facts().contact().state());
        field(type, "customerPostalCode", order -> order.facts().contact().postalCode());
        field(type, "customerLanguage", order -> order.facts().contact().language());
        field(type, "customerType", order -> order.facts().customerType());
        field(type, "customerMarket", order -> order.facts().market());
        field(type, "orderedProducts", order -> order.facts().products());
        field(type, "totalPrice", order -> order.facts().totalPrice().value());
        field(type, "charged", order -> MoneyFields.of(order.facts().charged()));
        field(type, "orgNumber", order -> order.facts().orgNumber());
        field(type, "orgNumberText", OrderFields::orgNumberText);
        field(type, "testId", order -> order.facts().testId());
        field(type, "status", order -> order.progress().status().name());
        field(type, "deliveryTime", OrderFields::deliveryTime);
        field(type, "deliveryDate", OrderFields::deliveryDate);
        field(type, "acceptedAtMs", order -> order.facts().acceptedAt().toEpochMilli());
        field(type, "linkGeneration", order -> order.facts().corrections().links());
        field(type, "contactCorrections", order -> order.facts().corrections().contact());
        field(type, "placedAtMs", order -> order.progress().placedAt().toEpochMilli());
        field(type, "stockedAtMs", order -> millis(order.progress().stockedAt()));
        field(type, "deliveryBookedAtMs", order -> millis(order.progress().deliveryBookedAt()));
        field(type, "cancelledAtMs", order -> millis(order.progress().cancelledAt()));
        return type;
    }

    static TypeRuntimeWiring.Builder wireTimelineEntry(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("event", environment -> entry(environment).type())
                .dataFetcher(
                        "eventId",
                        environment -> entry(environment).key().eventId().toString());
    }

    private static void field(
            TypeRuntimeWiring.Builder type, String name, Function<Order, @Nullable Object> value) {
        type.dataFetcher(name, environment -> value.apply(order(environment)));
    }

    private static Order order(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    private static TimelineEntry entry(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    /** Orders from before the text was kept have the number, whose zeros in front are lost. */
    private static @Nullable String orgNumberText(Order order) {
        Facts facts = order.facts();
        return facts.orgNumberText() == null && facts.orgNumber() != null
                ? facts.orgNumber().toString()
                : facts.orgNumberText();
    }

    private static @Nullable String deliveryTime(Order order) {
        DeliveryTime time = order.progress().deliveryTime();
        return time == null ? null : time.toString();
    }

    private static @Nullable Map<String, String> deliveryDate(Order order) {
        DeliveryTime time = order.progress().deliveryTime();
        return time == null ? null : Map.of("deliveryDate", time.instant().toString());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
