package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The W3C trace context that follows an order from the shop's request through all its events.
 *
 * @param value version-traceid-spanid-flags, in lower-case hex
 */
public record TraceParent(@JsonValue String value) {

    /** W3C forbids version ff and ids of only zeros. */
    private static final Pattern FORM = Pattern.compile(
            "(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final HexFormat HEX = HexFormat.of();

    @JsonCreator
    public TraceParent {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a W3C traceparent: " + value);
        }
    }

    /** The caller's trace where it sent a usable one, else a new one: a bad header never costs an order. */
    public static TraceParent continuing(@Nullable String header) {
        return header != null && FORM.matcher(header).matches() ? new TraceParent(header) : fresh();
    }

    public static TraceParent fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new TraceParent("00-"
                + HEX.toHexDigits(random.nextLong(1, Long.MAX_VALUE))
                + HEX.toHexDigits(random.nextLong())
                + "-"
                + HEX.toHexDigits(random.nextLong(1, Long.MAX_VALUE))
                + "-01");
    }

    /** The 32 hex digits that log lines and customers' reports are searched by. */
    public String traceId() {
        return value.substring(3, 35);
    }

    @Override
    public String toString() {
        return value;
    }
}
