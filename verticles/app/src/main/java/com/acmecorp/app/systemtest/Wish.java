package com.acmecorp.app.systemtest;

import io.vertx.core.buffer.Buffer;

/**
 * An order that a shopper wants, until it is answered.
 *
 * @param key under which it is asked for, however often
 * @param giveUpAt when nobody asks for it any more, on the clock of {@link System#nanoTime}
 */
record Wish(String key, Buffer form, long giveUpAt) {

    boolean isWorthAsking() {
        return System.nanoTime() - giveUpAt < 0;
    }
}
