package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A system whose mail server goes away in the middle of its mails, while customers go on ordering. */
record SmtpDown(Town town, Duration pause) implements Strike {

    private static final List<String> MAIL = List.of("a part is down: mail");
    private static final Duration UNTIL_AN_ALERT = Duration.ofSeconds(15);
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(500);

    static Scene scene(TorturePlan plan) {
        Town town = Town.open(notes -> List.of());
        Victim victim = new Victim(plan.directory(), town.settings());
        return town.scene(victim, new SmtpDown(town, plan.pause()), MAIL, town);
    }

    /** It is away for the pause, and for as long as nobody was alerted. */
    @Override
    public List<String> hit(Load load) {
        List<String> differences = new ArrayList<>();
        long downAt = System.nanoTime();
        town.mails().goAway();
        try {
            boolean alerted = Waiting.until(() -> orderAndLook(differences), UNTIL_AN_ALERT);
            if (!alerted) {
                differences.add("nobody was alerted while the mail server was away");
            }
            while (System.nanoTime() - downAt < pause.toNanos()) {
                order(differences);
            }
        } finally {
            town.mails().comeBack();
        }
        return differences;
    }

    private boolean orderAndLook(List<String> differences) {
        order(differences);
        return town.alerts().areOpen(MAIL);
    }

    /** Customers don't notice that mails can't be sent. */
    private void order(List<String> differences) {
        Stream.concat(Town.PAY_UPFRONT.stream(), Stream.of(Town.IS_INVOICED))
                .forEach(segment -> differences.addAll(town.mustAccept(segment)));
        Waiting.pass(BETWEEN_ORDERS);
    }
}
