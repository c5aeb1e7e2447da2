package com.acmecorp.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

class BooksTest {

    private static final OrderId ORDER = new OrderId(7);

    private final Books<String> books = new Books<>();

    @Test
    void decideOnceForAnOrderHoweverOftenItAsks() {
        assertThat(books.ask(ORDER, () -> "first")).isEqualTo("first");
        assertThat(books.ask(ORDER, () -> "second")).isEqualTo("first");

        assertThat(books.json("all", entry -> JsonObject.of("entry", entry)))
                .isEqualTo(JsonObject.of(
                        "all",
                        JsonArray.of(JsonObject.of("entry", "first", "orderId", 7L, "asked", 2)),
                        "forgotten",
                        0L));
    }

    @Test
    void changeAnEntryAndStillKnowHowOftenItWasAskedFor() {
        assertThat(books.ask(ORDER, () -> "first")).isEqualTo("first");
        books.change(ORDER, "changed");
        books.change(new OrderId(8), "never asked for");

        assertThat(books.find(ORDER)).contains("changed");
        assertThat(books.json("all", entry -> new JsonObject()).getJsonArray("all").stream()
                        .map(line -> ((JsonObject) line).getInteger("asked")))
                .containsExactly(1, 0);
    }

    @Test
    void forgetTheOldestAndSaySo() {
        for (long order = 1; order <= Books.MOST_REMEMBERED + 1; order++) {
            books.change(new OrderId(order), "entry");
        }

        assertThat(books.find(new OrderId(1))).isEmpty();
        assertThat(books.entries()).hasSize(Books.MOST_REMEMBERED);
        assertThat(books.json("all", entry -> new JsonObject()).getLong("forgotten"))
                .isEqualTo(1);
    }
}
