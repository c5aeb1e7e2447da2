package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.aws.testing.FakeCloud;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** What AWS may do to events costs time, never an order, and nothing is done twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class UnreliableCloudTest {

    private static final String ORDERS = "60";
    private static final long LOOK_EVERY_NS = 20_000_000L;

    /** How long EventBridge is away at least; {@code -Doutage.seconds=60} makes it a minute. */
    private static final long OUTAGE_SECONDS = Long.getLong("outage.seconds", 0);

    private final FakeCloud cloud = FakeCloud.fromTemplate();
    private final Ports ports = Ports.free();
    private final Customer staff = new Customer(ports.privateApi());
    private final Configuration configuration;
    private final Acme acme;

    UnreliableCloudTest(@TempDir(factory = WithDatabase.class) Path data) {
        Map<String, String> settings = new HashMap<>(ports.settings(data));
        settings.putAll(cloud.settings());
        settings.put("journal.retryCapMs", "500");
        configuration = Configuration.read(List.of(), settings, Map.of());
        acme = new Acme(configuration.app(), "the secret of this cloud");
    }

    @BeforeAll
    void open() {
        acme.start(configuration.contexts());
    }

    @AfterAll
    void close() {
        acme.stop();
        cloud.close();
    }

    @AfterEach
    void allIsWellAgain() {
        cloud.failEntries(entry -> Optional.empty());
        cloud.throttle(0);
    }

    @Test
    void losesNothingWhenSomeEventsOfACallFailAndCallsAreThrottled() {
        AtomicInteger entries = new AtomicInteger();
        cloud.failEntries(entry -> entries.incrementAndGet() % 4 == 0
                ? Optional.of("InternalFailure")
                : Optional.empty());
        cloud.throttle(25);

        assertThat(systemTest()).isZero();
        assertThat(entries.get()).as("some came again").isGreaterThan(5 * 60);
    }

    @Test
    void doesNothingTwiceWhenEveryMessageComesTwiceAndInAnyOrder() {
        cloud.deliverTwiceInAnyOrder(true);
        try {
            assertThat(systemTest()).isZero();
            awaitEmptyQueues();
        } finally {
            cloud.deliverTwiceInAnyOrder(false);
        }
    }

    /** Until the last repetition was handled, too; one that is refused would stay in a dead-letter queue. */
    private void awaitEmptyQueues() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!cloud.messages().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
        assertThat(cloud.messages()).as("left or dead").isEmpty();
    }

    @Test
    void waitsForAnEventBridgeThatIsAway() throws Exception {
        cloud.eventBridgeGoesDown();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(OUTAGE_SECONDS);
        CompletableFuture<Integer> test = CompletableFuture.supplyAsync(this::systemTest);
        try {
            awaitRetriesOf(Integer.parseInt(ORDERS), end);
        } finally {
            cloud.eventBridgeComesBack();
        }
        assertThat(test.get(60, TimeUnit.SECONDS)).isZero();
        assertThat(backlog().getInteger("dead")).isZero();
    }

    /** Until so many events wait for their next attempt, and the outage has been long enough. */
    private void awaitRetriesOf(int events, long endNanos) {
        while (backlog().getInteger("retrying") < events || System.nanoTime() < endNanos) {
            LockSupport.parkNanos(LOOK_EVERY_NS);
        }
    }

    private JsonObject backlog() {
        return staff.post("/database", JsonObject.of("query", "{ getBacklog { retrying dead } }"))
                .getJsonObject("data")
                .getJsonObject("getBacklog");
    }

    private int systemTest() {
        return Main.execute(
                "system-test",
                "--api",
                ports.api(),
                "--database",
                ports.database(),
                "--orders",
                ORDERS);
    }
}
