package com.acmecorp.platform.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;

import org.junit.jupiter.api.Test;

class SandboxBooksTest {

    private final SandboxBooks<String> books = new SandboxBooks<>();

    @Test
    void keepsTheFirstEntryUntilAnotherIsPutInItsPlace() {
        OrderId order = new OrderId(7);

        assertThat(books.keep(order, () -> "first")).isEqualTo("first");
        assertThat(books.keep(order, () -> "second")).isEqualTo("first");
        assertThat(books.put(order, "third")).isEqualTo("third");
        assertThat(books.find(order)).contains("third");
    }

    @Test
    void forgetsTheOldest() {
        for (long order = 1; order <= SandboxBooks.MOST_REMEMBERED + 1; order++) {
            books.put(new OrderId(order), "entry");
        }

        assertThat(books.find(new OrderId(1))).isEmpty();
        assertThat(books.find(new OrderId(2))).isPresent();
    }
}
