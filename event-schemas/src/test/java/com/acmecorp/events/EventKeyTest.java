package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class EventKeyTest {

    private static final int LAST_REVISION = 10;

    private static List<EventKey> keysOf(long order) {
        OrderId id = new OrderId(order);
        List<EventKey> keys = new ArrayList<>(Stream.of(EventType.values())
                .filter(type -> type != EventType.ORDER_CANCELLED)
                .map(type -> EventKey.of(id, type))
                .toList());
        IntStream.rangeClosed(1, LAST_REVISION)
                .mapToObj(revision -> EventKey.of(id, EventType.DELIVERY_BOOKED, revision))
                .forEach(keys::add);
        keys.add(EventKey.of(id, EventType.ORDER_CANCELLED));
        return keys;
    }

    @Test
    void ordersOneOrdersEventsAsTheyHappenAndKeepsThemTogether() {
        List<EventKey> keys = new ArrayList<>(keysOf(7));
        keys.addAll(keysOf(8));

        assertThat(keys).isSorted().doesNotHaveDuplicates();
        assertThat(keysOf(7))
                .startsWith(EventKey.first(new OrderId(7)))
                .endsWith(EventKey.last(new OrderId(7)));
    }

    @Test
    void knowsItsOrderUpToTheLargest() {
        for (long order : new long[] {1, 2, 86_757, 1L << 31, OrderId.MAX}) {
            assertThat(keysOf(order))
                    .extracting(EventKey::orderId)
                    .containsOnly(new OrderId(order));
        }
    }

    @Test
    void givesEachEventAnIdOfItsOwn() {
        Stream<EventKey> keys =
                Stream.of(1L, 2L, OrderId.MAX).flatMap(order -> keysOf(order).stream());

        assertThat(keys.map(EventKey::eventId)).hasSize(48).doesNotHaveDuplicates();
    }

    /** Computed with Python: {@code UUID(bytes=sha1(namespace + key)[:16], version=5)}. */
    @ParameterizedTest
    @CsvSource({
        "16, fb8dacdc-4b2e-5097-92f2-66d03ae57308",
        "1388116, 9c94712a-d1be-5852-90c7-3b9d055b3341",
        "144115188075855871, 2dd7a39e-3701-54d8-a39e-90960e815ee2"
    })
    void derivesTheIdAsAUuidOfVersionFive(long key, String uuid) {
        assertThat(new EventKey(key).eventId()).hasToString(uuid);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER_CREATED, 1",
        "ORDER_DELIVERABLE, 1",
        "DELIVERY_BOOKED, 11",
        "DELIVERY_BOOKED, -1",
        "ORDER_CANCELLED, 1"
    })
    void hasNoRoomForOtherRevisions(EventType type, int revision) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventKey.of(new OrderId(7), type, revision))
                .withMessageContaining(type.wireName());
    }

    @Test
    void tellWhichRevisionAnEventIs() {
        OrderId order = new OrderId(86_757);
        for (int revision : new int[] {0, 1, EventKey.MOST_CHANGES}) {
            UUID id = EventKey.of(order, EventType.DELIVERY_BOOKED, revision).eventId();

            assertThat(EventKey.revisionOf(order, EventType.DELIVERY_BOOKED, id))
                    .isEqualTo(revision);
        }
        UUID another =
                EventKey.of(new OrderId(86_758), EventType.DELIVERY_BOOKED, 1).eventId();
        assertThat(EventKey.revisionOf(order, EventType.DELIVERY_BOOKED, another))
                .isZero();
    }
}
