package com.acmecorp.app.torture;

import com.acmecorp.app.fuzz.Fuzzer;
import com.acmecorp.app.systemtest.Load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sends a system thousands of requests that it shouldn't take while it works. Each must be answered, fast and shortly
 * and with no failure; nothing may be written for one that was refused, and at most one line logged.
 */
record FuzzStrike(Victim victim, JsonApi api, Fuzzer fuzzer) implements Strike {

    /** In each round. */
    static final int REQUESTS = 3_200;

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_FINDINGS = 10;
    private static final Duration UNTIL_PLACED = Duration.ofSeconds(60);

    static Scene scene(TorturePlan plan) {
        List<Integer> ports = FreePorts.find(2);
        Victim victim = new Victim(plan.directory(), Attack.settings(ports));
        JsonApi api = new JsonApi(Attack.url(ports.getLast()));
        Fuzzer fuzzer = new Fuzzer(ports.getFirst(), ports.getLast(), plan.seed());
        return Scene.of(
                victim,
                Attack.url(ports.getFirst()),
                Attack.url(ports.getLast()),
                new FuzzStrike(victim, api, fuzzer),
                () -> {});
    }

    @Override
    public List<String> hit(Load load) {
        int logged = complaints().size();
        int orders = orders() - fuzzer.ordered();
        Fuzzer.Report report = fuzzer.run(REQUESTS);
        List<String> wrong =
                new ArrayList<>(report.findings().stream().limit(MOST_FINDINGS).toList());
        wrong.addAll(wrongInLog(complaints().stream().skip(logged).toList(), report.refused()));
        wrong.addAll(wrongOrders(orders));
        return wrong;
    }

    /** What isn't said in the course of the work. */
    private List<String> complaints() {
        return victim.said().stream().filter(line -> !line.contains(" INFO  ")).toList();
    }

    private static List<String> wrongInLog(List<String> lines, int refused) {
        Stream<String> toldTooMuch = lines.size() > refused
                ? Stream.of("%d lines were logged for %d refusals".formatted(lines.size(), refused))
                : Stream.empty();
        Stream<String> tooLong = lines.stream()
                .filter(line -> line.length() > LONGEST_LINE || line.startsWith("\tat "))
                .limit(1)
                .map(line -> "the log has a line such as "
                        + line.substring(0, Math.min(line.length(), LONGEST_LINE / 10)));
        return Stream.concat(toldTooMuch, tooLong).toList();
    }

    /** Accepted orders are placed a moment later. */
    private List<String> wrongOrders(int before) {
        int expected = before + fuzzer.ordered();
        Waiting.untilTold(() -> orders() >= expected, UNTIL_PLACED);
        int orders = orders();
        return orders == expected
                ? List.of()
                : List.of("%d orders are there, %d were accepted".formatted(orders, expected));
    }

    private int orders() {
        return api.query("{ getTestAudit(testId: 0) { orders } }")
                .getJsonObject("getTestAudit")
                .getInteger("orders");
    }
}
