package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;
import com.acmecorp.app.systemtest.Screen;
import com.acmecorp.app.systemtest.TestOutcome;
import com.acmecorp.app.systemtest.TestPlan;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One attack, again and again on the same system: in each round orders are placed, the system is hurt in the middle of
 * it, and then each acknowledged order must be there once and come to its end. After the last round the records of all
 * rounds are looked at once more.
 */
public final class Torture implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double EARLIEST = 0.1;
    private static final double LATEST = 0.7;

    /** That are told at once; all come in the end. */
    private static final int MOST_DIFFERENCES = 5;

    private final Attack attack;
    private final TorturePlan plan;
    private final Screen screen;
    private final Scene scene;
    private final Random random;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final List<Load> tests = new ArrayList<>();

    public Torture(Attack attack, TorturePlan plan, Screen screen) {
        this(attack, attack.scene(plan), plan, screen);
    }

    /** Carries an attack out on another scene than its own. */
    Torture(Attack attack, Scene scene, TorturePlan plan, Screen screen) {
        this.attack = attack;
        this.plan = plan;
        this.screen = screen;
        this.scene = scene;
        this.random = new Random(plan.seed());
    }

    /** Carries it out; blocks until it is done. */
    public TortureResult run() {
        scene.open();
        List<Round> rounds = new ArrayList<>();
        while (rounds.size() < plan.rounds()) {
            Round round = round();
            rounds.add(round);
            screen.clear();
            screen.say(
                    "%s %d/%d: %s".formatted(attack, rounds.size(), plan.rounds(), round.line()));
            round.differences().stream()
                    .limit(MOST_DIFFERENCES)
                    .forEach(difference -> screen.say("  " + difference));
        }
        return new TortureResult(attack, rounds, inTheEnd());
    }

    private Round round() {
        scene.strike().prepare(this::begin);
        Load load = begin();
        int moment = (int) (plan.orders() * random.nextDouble(EARLIEST, LATEST));
        Waiting.until(() -> load.answered() >= moment || load.hasEnded(), PATIENCE);
        int struckAfter = load.answered();
        AlertsSeen alerts = AlertsSeen.fromNow(scene.victim()::said, scene.alarms());
        List<String> already = new ArrayList<>(scene.strike().hit(load));
        long wholeAt = System.nanoTime();
        already.addAll(alerts.missedMeanwhile());
        TestOutcome outcome = load.outcome();
        Duration recovery = Duration.ofNanos(System.nanoTime() - wholeAt);
        already.addAll(alerts.missed());
        return Round.of(struckAfter, already, outcome, recovery, scene.demands());
    }

    private Load begin() {
        Load load = scene.orders().begin(vertx, target(), screen);
        tests.add(load);
        return load;
    }

    private TestPlan target() {
        return new TestPlan(
                scene.api(),
                scene.privateApi() + "/database",
                "",
                plan.orders(),
                "mix",
                plan.concurrency(),
                PATIENCE,
                true);
    }

    /** What an earlier round brought must not be lost in a later one. */
    private List<String> inTheEnd() {
        List<String> differences = new ArrayList<>();
        tests.forEach(test -> differences.addAll(test.outcomeNow().differences()));
        JsonApi api = new JsonApi(scene.privateApi());
        differences.addAll(new Books(api).differences());
        differences.addAll(new OpenAlerts(api).differences(scene.strike().lastingAlerts()));
        Strike.Findings findings = scene.strike().findings();
        findings.figures().forEach(screen::say);
        differences.addAll(findings.differences());
        return List.copyOf(differences);
    }

    /** Leaves nothing running. A second call does nothing. */
    @Override
    public void close() {
        scene.close();
        vertx.close().await();
    }
}
