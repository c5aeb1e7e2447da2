package com.acmecorp.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.aws.testing.FakeCloud;
import com.acmecorp.events.EventEnvelope;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.events.EventBatch;
import com.acmecorp.platform.events.Outcome;
import com.acmecorp.platform.events.Outcome.Verdict;
import com.acmecorp.platform.events.Transport;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.SampleOrder;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.eventbridge.EventBridgeAsyncClient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.LongStream;

/** What the publisher makes of EventBridge's answers. */
class EventBridgePublisherTest {

    private static final String BUS = "plants";

    private static final FakeCloud CLOUD = FakeCloud.empty();

    private final Vertx vertx = Vertx.vertx();

    /** How often each order's event was in a call. */
    private final ConcurrentMap<Long, Integer> sent = new ConcurrentHashMap<>();

    private final Transport transport = transport(Map.of());

    @BeforeAll
    static void makeTheBus() {
        try (EventBridgeAsyncClient client = CLOUD.eventBridgeClient()) {
            client.createEventBus(request -> request.name(BUS)).join();
        }
    }

    @AfterAll
    static void closeTheCloud() {
        CLOUD.close();
    }

    @BeforeEach
    void count() {
        CLOUD.throttle(0);
        CLOUD.failEntries(entry -> {
            sent.merge(orderOf(entry), 1, Integer::sum);
            return Optional.empty();
        });
    }

    @AfterEach
    void close() {
        Await.result(transport.close());
        Await.result(vertx.close());
    }

    @Test
    void putsEachEventOfABatchOnTheBusOnce() {
        assertThat(publish(128)).hasSize(128).allMatch(Outcome::isAcknowledged);
        assertThat(sent)
                .hasSize(128)
                .allSatisfy((order, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void sendsOnlyWhatFailedAgain() {
        CLOUD.failEntries(
                entry -> sent.merge(orderOf(entry), 1, Integer::sum) < 3 && orderOf(entry) % 10 == 0
                        ? Optional.of("InternalFailure")
                        : Optional.empty());

        assertThat(publish(40)).hasSize(40).allMatch(Outcome::isAcknowledged);
        assertThat(sent)
                .hasSize(40)
                .allSatisfy((order, times) -> assertThat(times).isEqualTo(order % 10 == 0 ? 3 : 1));
    }

    @Test
    void repeatsCallsThatWereThrottled() {
        CLOUD.throttle(3);

        assertThat(publish(30)).hasSize(30).allMatch(Outcome::isAcknowledged);
    }

    @Test
    void leavesToTheJournalWhatIsStillThrottled() {
        CLOUD.throttle(1_000);

        assertThat(publish(11)).hasSize(11).allSatisfy(outcome -> {
            assertThat(outcome.verdict()).isEqualTo(Verdict.UNREACHABLE);
            assertThat(outcome.error()).contains("Rate exceeded");
        });
    }

    @Test
    void leavesToTheJournalWhatCannotBeSentAtAll() {
        CLOUD.eventBridgeGoesDown();
        try {
            assertThat(publish(3))
                    .extracting(Outcome::verdict)
                    .containsOnly(Verdict.UNREACHABLE)
                    .hasSize(3);
        } finally {
            CLOUD.eventBridgeComesBack();
        }
        assertThat(publish(3)).hasSize(3).allMatch(Outcome::isAcknowledged);
    }

    @Test
    void answersInTheBatchsOrderWhoseFaultItWas() {
        CLOUD.failEntries(entry -> switch ((int) orderOf(entry)) {
            case 2 -> Optional.of("MalformedDetail");
            case 3 -> Optional.of("NotAuthorizedForSourceException");
            default -> Optional.empty();
        });

        assertThat(publish(4))
                .extracting(Outcome::verdict)
                .containsExactly(
                        Verdict.ACKNOWLEDGED,
                        Verdict.REFUSED,
                        Verdict.UNREACHABLE,
                        Verdict.ACKNOWLEDGED);
    }

    @Test
    void refusesAnEventThatNoCallCanTake() {
        Transport small = transport(Map.of("eventbridge.maxCallBytes", 1_024));
        EventBatch batch = new EventBatch(List.of(
                EventEnvelope.of(
                        SampleOrder.of(1).of("N".repeat(1_024), "n@example.com").created()),
                EventEnvelope.of(SampleOrder.of(2).stockCreated())));

        List<Outcome> outcomes = Await.result(
                        small.publisher().publish(EventBridgePublisher.TARGET, batch))
                .each();

        assertThat(outcomes)
                .extracting(Outcome::verdict)
                .containsExactly(Verdict.REFUSED, Verdict.ACKNOWLEDGED);
        assertThat(outcomes.getFirst().error()).contains("eventbridge.maxCallBytes");
        Await.result(small.close());
    }

    @Test
    void findsItsBus() {
        assertThat(Await.result(transport.publisher().open())).isNotNull();
    }

    @Test
    void saysWhichBusIsMissing() {
        Transport lost = transport(Map.of("eventbridge.bus", "roses"));

        assertThat(Await.failure(lost.publisher().open()))
                .hasMessageContaining("there is no event bus roses")
                .hasMessageContaining("deploy/aws");
        Await.result(lost.close());
    }

    @Test
    void saysWhyTheBusCannotBeLookedUp() {
        CLOUD.eventBridgeGoesDown();
        try {
            assertThat(Await.failure(transport.publisher().open()))
                    .hasMessageContaining("the event bus plants can't be looked up");
        } finally {
            CLOUD.eventBridgeComesBack();
        }
    }

    private List<Outcome> publish(int events) {
        EventBatch batch = new EventBatch(LongStream.rangeClosed(1, events)
                .mapToObj(order -> EventEnvelope.of(SampleOrder.of(order).stockCreated()))
                .toList());
        return Await.result(transport.publisher().publish(EventBridgePublisher.TARGET, batch))
                .each();
    }

    private Transport transport(Map<String, Object> further) {
        Map<String, Object> standard = Map.of("eventbridge.bus", BUS, "eventbridge.retryBaseMs", 1);
        Settings settings = new Settings(
                List.of(
                        new JsonObject(Map.copyOf(CLOUD.settings())),
                        new JsonObject(standard),
                        new JsonObject(further)),
                Map.of());
        return new EventBridgeTransport(vertx, AwsConfig.from(settings, true), 10_000);
    }

    private static long orderOf(JsonObject entry) {
        return new JsonObject(entry.getString("Detail")).getLong("orderId");
    }
}
