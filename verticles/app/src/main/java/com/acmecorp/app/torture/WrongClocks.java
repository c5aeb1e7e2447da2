package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;
import com.acmecorp.database.embedded.EmbeddedMariaDb;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Three systems on one database server, each with another wrong clock, among which customers come by turns. In each round
 * another of them is killed and doesn't come back before the next; the others must go on at once.
 */
final class WrongClocks implements Strike, AutoCloseable {

    private static final int ANSWERS_BY_OTHERS = 20;
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Duration ALERT_LIMIT = Duration.ofSeconds(15);

    /** Nobody would notice a clock that is less wrong. */
    private static final long LEAST_SKEW_MS = 100;

    private final Vertx vertx;
    private final Bank bank;
    private final Town town;
    private final EmbeddedMariaDb database;
    private final List<ClockedNode> nodes;
    private final List<String> figures = new ArrayList<>();
    private int kills;

    private WrongClocks(TorturePlan plan, List<MachineClock> clocks) {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        bank = Bank.open();
        town = Town.open(bank);
        database = EmbeddedMariaDb.start(plan.directory().resolve("database"), 0, line -> {});
        List<List<Integer>> ports =
                clocks.stream().map(clock -> FreePorts.find(2)).toList();
        nodes = IntStream.range(0, clocks.size())
                .mapToObj(n -> ClockedNode.in(
                        plan.directory(), clocks.get(n), ports.get(n), settings(ports.get(n))))
                .toList();
        List<Integer> doors = town.ports();
        LoadBalancer.open(
                vertx, doors.getFirst(), ports.stream().map(List::getFirst).toList());
        LoadBalancer.open(
                vertx, doors.getLast(), ports.stream().map(List::getLast).toList());
    }

    static Scene scene(TorturePlan plan) {
        List<MachineClock> clocks = List.of(MachineClock.values());
        clocks.forEach(MachineClock::environment);
        WrongClocks clocked = new WrongClocks(plan, clocks);
        return clocked.town.scene(clocked.nodes.getFirst().system(), clocked, List.of(), clocked);
    }

    private Map<String, String> settings(List<Integer> ports) {
        Map<String, String> settings =
                new HashMap<>(Attack.settings(ports, database, database.port()));
        settings.putAll(bank.parties().all());
        settings.putAll(town.around());
        settings.put("links.secret", "the same for all nodes");
        return settings;
    }

    @Override
    public void prepare(Supplier<Load> begin) {
        nodes.forEach(ClockedNode::startWhereItEnded);
    }

    @Override
    public List<String> hit(Load load) {
        List<String> differences = new ArrayList<>(rightClocks());
        ClockedNode killed = nodes.get(kills++ % nodes.size());
        killed.system().kill();
        town.postbox().senderWasKilled();
        long killedAt = System.nanoTime();
        int before = load.answered();
        boolean goOn = Waiting.until(
                () -> load.allAnswered() || load.answered() >= before + ANSWERS_BY_OTHERS, AT_ONCE);
        figures.add("%s was killed: %d answers by the others took %,d ms"
                .formatted(
                        killed.clock(),
                        load.answered() - before,
                        Duration.ofNanos(System.nanoTime() - killedAt).toMillis()));
        if (!goOn) {
            differences.add("the others gave %d answers in %d s after the end of %s"
                    .formatted(load.answered() - before, AT_ONCE.toSeconds(), killed.clock()));
        }
        return differences;
    }

    /** An attack by clocks that are right would show nothing; and operators must hear of wrong ones. */
    private List<String> rightClocks() {
        List<String> right = new ArrayList<>();
        if (!Waiting.untilTold(
                () -> nodes.stream().anyMatch(ClockedNode::isAlerted), ALERT_LIMIT)) {
            right.add("nobody was alerted of clocks that are wrong by an hour");
        }
        for (ClockedNode node : nodes) {
            long skewMs = node.skewMs();
            figures.add("%s: its clock is ahead by %,d ms".formatted(node.clock(), skewMs));
            if (Math.abs(skewMs) < LEAST_SKEW_MS) {
                right.add("%s finds its clock ahead by %d ms only".formatted(node.clock(), skewMs));
            }
        }
        return right;
    }

    @Override
    public List<String> lastingAlerts() {
        return List.of(ClockedNode.ALERT);
    }

    @Override
    public Findings findings() {
        figures.add("%d mails came twice that a node had just sent when it was killed"
                .formatted(town.postbox().forgiven()));
        return new Findings(figures, List.of());
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.system().close());
        vertx.close().await();
        town.close();
        bank.close();
        database.stop();
    }
}
