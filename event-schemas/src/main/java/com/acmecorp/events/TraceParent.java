package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import org.jspecify.annotations.Nullable;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The W3C trace context that follows an order from the shop's request through all its events.
 *
 * @param value version-traceid-spanid-flags, in lower-case hex
 */
public record TraceParent(@JsonValue String value) {

    private static final int LENGTH = 55;
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = 36;
    private static final int FLAGS = 53;

    private static final HexFormat HEX = HexFormat.of();

    @JsonCreator
    public TraceParent {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a W3C traceparent: " + value);
        }
    }

    /** The caller's trace where it sent a usable one, else a new one: a bad header never costs an order. */
    public static TraceParent continuing(@Nullable String header) {
        return header != null && isOne(header) ? new TraceParent(header) : fresh();
    }

    /** W3C forbids version ff and ids of only zeros. */
    private static boolean isOne(String text) {
        return text.length() == LENGTH
                && isHex(text, 0, TRACE_ID - 1)
                && !text.startsWith("ff")
                && isId(text, TRACE_ID, SPAN_ID - 1)
                && isId(text, SPAN_ID, FLAGS - 1)
                && text.charAt(FLAGS - 1) == '-'
                && isHex(text, FLAGS, LENGTH);
    }

    private static boolean isId(String text, int from, int to) {
        return text.charAt(from - 1) == '-' && isHex(text, from, to) && !isZero(text, from, to);
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
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
