package com.acmecorp.email;

import io.vertx.core.json.JsonObject;

/**
 * Who an order's mails go to, and where the plants go.
 *
 * @param linkGeneration of the order's links that are good
 */
record Contact(String name, String email, String street, String city, int linkGeneration) {

    /** Reads an OrderContact of the GraphQL schema. */
    static Contact of(JsonObject contact) {
        return new Contact(
                contact.getString("name"),
                contact.getString("email"),
                contact.getString("street"),
                contact.getString("city"),
                contact.getInteger("linkGeneration"));
    }
}
