package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;
import com.acmecorp.app.systemtest.Probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A system whose payment providers charge and don't answer any more. */
record PaymentHangs(Town town, Bank bank, Duration pause) implements Strike, AutoCloseable {

    private static final List<String> PARTS =
            PlayedParties.BANKS.stream().map(name -> "a part is down: " + name).toList();

    /** As many calls as the breakers let through, by default, before they open. */
    private static final int CALLS_TO_FAIL = 5;

    private static final int UNAVAILABLE = 503;
    private static final Duration UNTIL_AN_ALERT = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(500);

    private PaymentHangs(Bank bank, Duration pause) {
        this(Town.open(bank), bank, pause);
    }

    static Scene scene(TorturePlan plan) {
        PaymentHangs hangs = new PaymentHangs(Bank.open(), plan.pause());
        return hangs.town.scene(
                new Victim(plan.directory(), hangs.settings()), hangs, PARTS, hangs);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = town.settings();
        settings.putAll(bank.parties().banks());
        return settings;
    }

    /** They hang for the pause, and for as long as nobody was alerted. */
    @Override
    public List<String> hit(Load load) {
        List<String> differences = new ArrayList<>();
        long hangsAt = System.nanoTime();
        bank.hangs(true);
        try {
            Town.PAY_UPFRONT.forEach(
                    segment -> mustBeUnavailable(town.ask(segment, CALLS_TO_FAIL), differences));
            if (!Waiting.untilTold(() -> town.alerts().areOpen(PARTS), UNTIL_AN_ALERT)) {
                differences.add("nobody was alerted while the payment providers didn't answer");
            }
            do {
                order(differences);
            } while (System.nanoTime() - hangsAt < pause.toNanos());
        } finally {
            bank.hangs(false);
        }
        return differences;
    }

    /** Who pays is told at once to come later, but for the one that tries the provider; who is invoiced is served. */
    private void order(List<String> differences) {
        for (String segment : Town.PAY_UPFRONT) {
            List<Probe> answers = town.ask(segment, 2);
            mustBeUnavailable(answers, differences);
            if (answers.stream().noneMatch(answer -> answer.took().compareTo(SOON) <= 0)) {
                differences.add("nobody was told soon that the provider is away: " + answers);
            }
        }
        differences.addAll(town.mustAccept(Town.IS_INVOICED));
        Waiting.pass(BETWEEN_ORDERS);
    }

    private static void mustBeUnavailable(List<Probe> answers, List<String> differences) {
        answers.stream()
                .filter(answer -> answer.status() != UNAVAILABLE)
                .forEach(answer -> differences.add(
                        "an order that can't be paid for was answered with " + answer));
    }

    @Override
    public void close() {
        town.close();
        bank.close();
    }
}
