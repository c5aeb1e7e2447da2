package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Journey;
import com.acmecorp.app.systemtest.Load;
import com.acmecorp.events.OrderId;
import com.acmecorp.simulators.Poison;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A system whose stockist fails with a few of the orders as often as it is asked. They must be given up soon, and people
 * told of it; the others must not be slower for it; and once the stockist is mended, a replay must bring all to their end.
 */
record PoisonOrders(Poison poison, JsonApi parties, DeadLetterDesk desk, OthersPace pace)
        implements Strike {

    private static final double SHARE = 0.01;

    /** In a small round the share is higher, so that there are some. */
    private static final double ENOUGH = 10;

    private static final Duration DEATH_LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration ALERT_LIMIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(3);
    private static final String ALL_CONTEXTS =
            "simulators,database,order,stock,finance,email,delivery,operations,web";

    static Scene scene(TorturePlan plan) {
        List<Integer> ports = FreePorts.find(3);
        String api = Attack.url(ports.get(1));
        PoisonOrders strike = new PoisonOrders(
                new Poison(Math.min(1, Math.max(SHARE, ENOUGH / plan.orders()))),
                new JsonApi(Attack.url(ports.getLast())),
                new DeadLetterDesk(new JsonApi(api)),
                new OthersPace());
        return Scene.of(
                new Victim(plan.directory(), settings(ports)),
                Attack.url(ports.getFirst()),
                api,
                strike,
                () -> {});
    }

    private static Map<String, String> settings(List<Integer> ports) {
        String parties = Attack.url(ports.getLast());
        Map<String, String> settings = new HashMap<>(Attack.settings(ports.subList(0, 2)));
        settings.put("contexts", ALL_CONTEXTS);
        settings.put("simulators.port", String.valueOf(ports.getLast()));
        // These parties end with the process, and forget what they held.
        settings.put("parties.comparedPerSecond", "0");
        settings.put(
                "order.paymentUrls",
                "Blank of America=%1$s,El Banco Blanco=%1$s".formatted(parties));
        List.of("stock", "finance", "delivery")
                .forEach(context -> settings.put(context + ".url", parties));
        return settings;
    }

    /** The pace in calm comes first, and then the poison, before the first order that is to meet it. */
    @Override
    public void prepare(Supplier<Load> begin) {
        Load calm = begin.get();
        calm.outcome();
        pace.calm(calm.journeys().stream());
        behave(JsonObject.of("poisonShare", poison.share()));
    }

    @Override
    public List<String> hit(Load load) {
        Waiting.until(load::allAnswered, LONGEST_LOAD);
        List<Journey> poisoned =
                load.journeys().stream().filter(this::isPoisoned).toList();
        Waiting.until(() -> deadOf(poisoned).size() == poisoned.size(), BETWEEN_LOOKS, DEATH_LIMIT);
        List<String> differences = new ArrayList<>(wrongDeaths(poisoned));
        expectAlert(!poisoned.isEmpty(), differences);
        behave(new JsonObject());
        differences.addAll(desk.replayAll());
        expectAlert(false, differences);
        load.outcome();
        pace.beside(load.journeys().stream().filter(journey -> !isPoisoned(journey)));
        return differences;
    }

    private void behave(JsonObject behaviour) {
        parties.put("/behaviour/stockist", behaviour);
    }

    private boolean isPoisoned(Journey journey) {
        return poison.isIn(journey.order());
    }

    private Map<OrderId, Long> deadOf(List<Journey> poisoned) {
        Map<OrderId, Long> dead = desk.diedAtMs();
        dead.keySet().retainAll(poisoned.stream().map(Journey::order).toList());
        return dead;
    }

    /** Who is poisoned must be dead in time, and nobody else may be. */
    private List<String> wrongDeaths(List<Journey> poisoned) {
        Map<OrderId, Long> dead = desk.diedAtMs();
        List<String> differences = new ArrayList<>();
        for (Journey journey : poisoned) {
            Long diedAtMs = dead.remove(journey.order());
            if (diedAtMs == null) {
                differences.add("order " + journey.order() + ": is poisoned and isn't given up");
            } else if (diedAtMs - journey.acceptedAtMs() > DEATH_LIMIT.toMillis()) {
                differences.add("order %s: given up after %,d ms"
                        .formatted(journey.order(), diedAtMs - journey.acceptedAtMs()));
            }
        }
        dead.keySet()
                .forEach(order -> differences.add("order " + order + ": given up for nothing"));
        return differences;
    }

    private void expectAlert(boolean expected, List<String> differences) {
        if (!Waiting.until(() -> desk.isAlerted() == expected, BETWEEN_LOOKS, ALERT_LIMIT)) {
            differences.add(
                    expected
                            ? "nobody is told of dead letters"
                            : "people are told of dead letters");
        }
    }

    @Override
    public Findings findings() {
        return pace.findings();
    }
}
