package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;
import com.acmecorp.app.systemtest.Screen;
import com.acmecorp.app.systemtest.TestPlan;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A system on whose orders it and the third parties might come to disagree: customers run errands while parties lose
 * their answers, are slow or refuse, and an operator settles refunds that are refused. In the end shop and parties must
 * hold the same, and no alert may be open.
 *
 * @param troubles how parties behave, one after the other for a part of each round's errands
 * @param shop the private API of the system
 * @param orders of each round
 * @param customers of all rounds so far
 */
record DisputedOrders(
        PlayedParties parties,
        Errand errand,
        List<Trouble> troubles,
        JsonApi shop,
        int orders,
        AtomicInteger customers)
        implements Strike, AutoCloseable {

    private static final Duration LONGEST_TROUBLE = Duration.ofMinutes(2);

    /** Short, so that what is left open is settled, and what differs is seen, within a round. */
    private static final Map<String, String> IMPATIENT = Map.ofEntries(
            Map.entry("order.paymentTimeoutMs", "1000"),
            Map.entry("order.paymentLeaseMs", "1500"),
            Map.entry("stock.timeoutMs", "1000"),
            Map.entry("finance.timeoutMs", "1000"),
            Map.entry("delivery.timeoutMs", "1000"),
            Map.entry("parties.pauseMs", "500"),
            Map.entry("parties.comparedPerSecond", "100"),
            Map.entry("parties.compareRestMs", "2000"),
            Map.entry("parties.compareAgainMs", "1000"));

    /** How one party behaves for a while. */
    record Trouble(String party, JsonObject behaviour) {}

    static Scene scene(
            TorturePlan plan, Errand errand, List<Trouble> troubles, Map<String, String> further) {
        List<Integer> ports = FreePorts.find(2);
        String privateApi = Attack.url(ports.getLast());
        DisputedOrders strike = new DisputedOrders(
                PlayedParties.open(privateApi + "/stock"),
                errand,
                List.copyOf(troubles),
                new JsonApi(privateApi),
                plan.orders(),
                new AtomicInteger());
        return Scene.of(
                        new Victim(plan.directory(), strike.settings(ports, further)),
                        Attack.url(ports.getFirst()),
                        privateApi,
                        strike,
                        strike)
                .ordering(strike::begin);
    }

    private Map<String, String> settings(List<Integer> ports, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(Attack.settings(ports));
        settings.putAll(parties.all());
        settings.putAll(IMPATIENT);
        settings.putAll(further);
        return settings;
    }

    private Load begin(Vertx vertx, TestPlan plan, Screen screen) {
        int first = customers.getAndAdd(plan.orders());
        PartiesVerdict verdict = new PartiesVerdict(new HeldByShop(shop), parties);
        RefundDesk desk = new RefundDesk(shop);
        return new Errands(
                plan,
                errand,
                first,
                () -> Stream.concat(
                                desk.work().stream(), verdict.differences(customers.get()).stream())
                        .toList());
    }

    @Override
    public void prepare(Supplier<Load> begin) {
        behave(troubles.getFirst());
    }

    /** Each trouble has its share of the errands; then all is well, and what was left open must be settled. */
    @Override
    public List<String> hit(Load load) {
        int before = load.answered();
        for (int n = 0; n < troubles.size() && !load.allAnswered(); n++) {
            behave(troubles.get(n));
            int until = before + (orders - before) * (n + 1) / troubles.size();
            Waiting.until(() -> load.answered() >= until || load.allAnswered(), LONGEST_TROUBLE);
            parties.behave(troubles.get(n).party(), new JsonObject());
        }
        troubles.forEach(trouble -> parties.behave(trouble.party(), new JsonObject()));
        return List.of();
    }

    private void behave(Trouble trouble) {
        parties.behave(trouble.party(), trouble.behaviour());
    }

    @Override
    public void close() {
        parties.close();
    }
}
