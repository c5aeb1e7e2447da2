package com.acmecorp.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.platform.testing.SampleOrder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.LongStream;

class CallsTest {

    private static final List<Sending> EVENTS = LongStream.rangeClosed(1, 37)
            .mapToObj(order ->
                    EventEnvelope.of(SampleOrder.of(order * 999_999_999L).stockCreated()))
            .map(event -> Sending.of(event, "bus"))
            .toList();

    @Test
    void putsTenEventsIntoACall() {
        assertThat(Calls.of(EVENTS, 1_000_000))
                .extracting(List::size)
                .containsExactly(10, 10, 10, 7);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1_000, 2_000, 3_000})
    void keepsEachCallWithinItsBytesAndLosesNoEvent(int maxBytes) {
        List<List<Sending>> calls = Calls.of(EVENTS, maxBytes);

        assertThat(calls)
                .allSatisfy(call -> assertThat(
                                call.stream().mapToInt(Sending::bytes).sum())
                        .isLessThanOrEqualTo(maxBytes));
        assertThat(calls.stream().flatMap(List::stream)).containsExactlyElementsOf(EVENTS);
    }

    @Test
    void needsNoCallForNothing() {
        assertThat(Calls.of(List.of(), 1_000)).isEmpty();
    }

    @Test
    void countsBytesAsEventBridgeDoes() {
        Sending sending = EVENTS.getFirst();

        assertThat(sending.bytes())
                .isEqualTo(sending.entry().detail().length()
                        + "acme.stock".length()
                        + "StockCreated".length()
                        + 14);
    }

    @Test
    void takesTheTraceAlongInTheFormOfXRay() {
        assertThat(EVENTS.getFirst().entry().traceHeader())
                .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=[01]");
    }
}
