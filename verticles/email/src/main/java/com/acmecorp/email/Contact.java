package com.acmecorp.email;

import com.acmecorp.events.Market;
import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who an order's mails go to, and where the plants go.
 *
 * @param state null where none was told, as is postalCode
 * @param language null: that of the market
 * @param linkGeneration of the order's links that are good
 */
record Contact(
        String name,
        String email,
        String street,
        String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String language,
        int linkGeneration) {

    /** Reads an OrderContact of the GraphQL schema. */
    static Contact of(JsonObject contact) {
        return new Contact(
                contact.getString("name"),
                contact.getString("email"),
                contact.getString("street"),
                contact.getString("city"),
                contact.getString("state"),
                contact.getString("postalCode"),
                contact.getString("language"),
                contact.getInteger("linkGeneration"));
    }

    Addressee addressee(OrderId order, Market market, boolean isTest) {
        Reader reader = Reader.of(market, language, state, postalCode);
        return new Addressee(order, name, email, market, reader, isTest, linkGeneration);
    }

    /** The line of an address below the street: {@code Portland, OR 97205}. */
    String town() {
        return town(city, state, postalCode);
    }

    static String town(String city, @Nullable String state, @Nullable String postalCode) {
        String region = Stream.of(state, postalCode)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" "));
        return region.isEmpty() ? city : city + ", " + region;
    }
}
