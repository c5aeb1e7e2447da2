package com.acmecorp.planted.order;

import java.time.Instant;

/** A context that goes by its machine's time. */
public record LooksAtItsMachine() {

    public Instant now() {
        return Instant.now();
    }
}
