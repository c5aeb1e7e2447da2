package com.acmecorp.events;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Where an event stands in the journal: one number made of the order and the event's slot, so that an event can exist
 * only once, an order's rows lie together in the order they happened, and many events are one IN list.
 *
 * @param value order id × 16 + slot; a booking's revisions take the slots up to that of a cancellation
 */
public record EventKey(long value) implements Comparable<EventKey> {

    private static final int SLOTS = 16;
    private static final int LAST_SLOT = SLOTS - 1;
    /** How often a delivery can be changed at all, by whomever. */
    public static final int MOST_CHANGES =
            EventType.ORDER_CANCELLED.slot() - EventType.DELIVERY_BOOKED.slot() - 1;

    private static final UUID NAMESPACE = UUID.fromString("6f1d1c52-6a0e-5c11-9a54-2f6c0f0e2a01");

    /**
     * The key of an order's event.
     *
     * @param revision 0 for the first; only a delivery is booked more than once
     */
    public static EventKey of(OrderId order, EventType type, int revision) {
        if (revision < 0 || revision > (type == EventType.DELIVERY_BOOKED ? MOST_CHANGES : 0)) {
            throw new IllegalArgumentException(type.wireName() + " has no revision " + revision);
        }
        return new EventKey(order.value() * SLOTS + type.slot() + revision);
    }

    public static EventKey of(OrderId order, EventType type) {
        return of(order, type, 0);
    }

    /**
     * Which revision of an order's event it is that has this id.
     *
     * @return 0 where it is none of this order's
     */
    public static int revisionOf(OrderId order, EventType type, UUID eventId) {
        int most = type == EventType.DELIVERY_BOOKED ? MOST_CHANGES : 0;
        return IntStream.rangeClosed(0, most)
                .filter(revision -> of(order, type, revision).eventId().equals(eventId))
                .findFirst()
                .orElse(0);
    }

    /** The first and the last key an order's events can have: its timeline is what lies between. */
    public static EventKey first(OrderId order) {
        return new EventKey(order.value() * SLOTS);
    }

    public static EventKey last(OrderId order) {
        return new EventKey(order.value() * SLOTS + LAST_SLOT);
    }

    public OrderId orderId() {
        return new OrderId(value / SLOTS);
    }

    /** What kind of event it is. */
    public EventType type() {
        long slot = value % SLOTS;
        return Arrays.stream(EventType.values())
                .filter(type -> type.slot() <= slot)
                .max(Comparator.comparingInt(EventType::slot))
                .orElseThrow();
    }

    /** The event's id: a UUID of version 5 of the key, so that each transport and each retry carries the same one. */
    public UUID eventId() {
        ByteBuffer hash = ByteBuffer.wrap(sha1(ByteBuffer.allocate(16 + Long.BYTES)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .putLong(value)
                .array()));
        long high = (hash.getLong() & ~0xF000L) | 0x5000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }

    @Override
    public int compareTo(EventKey other) {
        return Long.compare(value, other.value);
    }
}
