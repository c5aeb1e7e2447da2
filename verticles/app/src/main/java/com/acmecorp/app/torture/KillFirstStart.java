package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;

import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A new system, whose first start is ended while it unpacks, creates or migrates its database: each round has another
 * one, in a folder of its own. When it may start in peace, it has to take an order and bring it to its end.
 */
final class KillFirstStart implements Strike {

    /** A first start takes about five seconds of a machine that does nothing else. */
    private static final int LATEST_MS = 8_000;

    private static final int MOST_TIMES = 3;
    private static final Duration LONGEST_JOURNEY = Duration.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Path directory;
    private final Random random;
    private int systems;

    private KillFirstStart(TorturePlan plan) {
        this.directory = plan.directory();
        this.random = new Random(plan.seed());
    }

    /** The system that has the round's orders goes on beside it, and keeps the machine busy. */
    static Scene scene(TorturePlan plan) {
        List<Integer> ports = FreePorts.find(2);
        return Scene.of(
                new Victim(plan.directory(), Attack.settings(ports)),
                Attack.url(ports.getFirst()),
                Attack.url(ports.getLast()),
                new KillFirstStart(plan),
                () -> {});
    }

    @Override
    public List<String> hit(Load load) {
        systems++;
        Path folder = directory.resolve("first-start-" + systems);
        List<String> wrong = hit(folder);
        return wrong.isEmpty() && !Waiting.until(() -> isDeleted(folder), LOOK_AGAIN, LONGEST_END)
                ? List.of("something of a system that ended still writes to " + folder)
                : wrong;
    }

    private List<String> hit(Path folder) {
        List<Integer> ports = FreePorts.find(2);
        try (Victim newcomer =
                new Victim(Files.createDirectories(folder), Attack.settings(ports))) {
            int times = random.nextInt(MOST_TIMES) + 1;
            for (int time = 0; time < times; time++) {
                cutShort(newcomer);
            }
            newcomer.start();
            return order(ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalStateException e) {
            return List.of("after a first start that was cut short: " + e.getMessage());
        }
    }

    private void cutShort(Victim newcomer) {
        newcomer.begin();
        Waiting.pass(Duration.ofMillis(random.nextInt(LATEST_MS)));
        if (random.nextBoolean()) {
            newcomer.kill();
        } else {
            newcomer.terminate();
        }
    }

    private static List<String> order(List<Integer> ports) {
        FirstOrder order = new FirstOrder(
                new JsonApi(Attack.url(ports.getFirst())),
                new JsonApi(Attack.url(ports.getLast())));
        JsonObject receipt = order.placePaid();
        return Waiting.until(order::isBooked, LOOK_AGAIN, LONGEST_JOURNEY)
                ? List.of()
                : List.of("a new system's first order didn't arrive: " + receipt);
    }

    /** The script that creates a database outlives the system that was killed, and writes for some seconds more. */
    private static boolean isDeleted(Path folder) {
        try {
            TortureCommand.delete(folder);
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }
}
