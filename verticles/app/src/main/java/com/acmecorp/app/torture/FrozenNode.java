package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;
import com.acmecorp.app.systemtest.RunningTest;
import com.acmecorp.app.systemtest.Screen;
import com.acmecorp.app.systemtest.TestOutcome;
import com.acmecorp.app.systemtest.TestPlan;
import com.acmecorp.database.embedded.EmbeddedMariaDb;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/**
 * Two systems on one database server. The one that customers order at stands still in the middle of its transactions,
 * with all their locks; the other must take orders to their end meanwhile.
 */
record FrozenNode(
        Vertx vertx,
        EmbeddedMariaDb database,
        Victim frozen,
        Victim other,
        List<Integer> otherPorts)
        implements Strike, AutoCloseable {

    private static final int ORDERS_MEANWHILE = 20;

    /** Beyond the time for which the server keeps a transaction of one that says nothing. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(20);

    static Scene scene(TorturePlan plan) {
        EmbeddedMariaDb database =
                EmbeddedMariaDb.start(plan.directory().resolve("database"), 0, line -> {});
        List<Integer> ports = FreePorts.find(4);
        List<Integer> otherPorts = ports.subList(2, 4);
        FrozenNode nodes = new FrozenNode(
                Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1)),
                database,
                node(plan, "node-1", ports.subList(0, 2), database),
                node(plan, "node-2", otherPorts, database),
                otherPorts);
        return Scene.of(
                nodes.frozen, Attack.url(ports.get(0)), Attack.url(ports.get(1)), nodes, nodes);
    }

    private static Victim node(
            TorturePlan plan, String name, List<Integer> ports, EmbeddedMariaDb database) {
        try {
            return new Victim(
                    Files.createDirectories(plan.directory().resolve(name)),
                    Attack.settings(ports, database, database.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> hit(Load load) {
        if (!other.hasStarted()) {
            other.start();
        }
        Signal.STOP.sendTo(frozen.jvm());
        try {
            return orderMeanwhile();
        } finally {
            Signal.CONT.sendTo(frozen.jvm());
        }
    }

    private List<String> orderMeanwhile() {
        TestPlan plan = new TestPlan(
                Attack.url(otherPorts.getFirst()),
                Attack.url(otherPorts.getLast()) + "/database",
                "",
                ORDERS_MEANWHILE,
                "mix",
                ORDERS_MEANWHILE,
                LONGEST_STANDSTILL,
                true);
        Screen nobodyLooks = new Screen(new PrintWriter(Writer.nullWriter()), false);
        TestOutcome outcome = RunningTest.begin(vertx, plan, nobodyLooks).outcome();
        return outcome.differences().stream()
                .map(difference -> "beside a system that stood still: " + difference)
                .toList();
    }

    @Override
    public void close() {
        other.close();
        vertx.close().await();
        database.stop();
    }
}
