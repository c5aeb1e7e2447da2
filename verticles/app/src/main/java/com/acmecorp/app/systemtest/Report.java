package com.acmecorp.app.systemtest;

import com.acmecorp.app.systemtest.TestRecords.Audit;

import java.util.ArrayList;
import java.util.List;

/** A result in words. */
final class Report {

    private static final int MOST_DIFFERENCES = 20;

    private Report() {}

    static List<String> lines(TestResult result) {
        List<String> lines = new ArrayList<>();
        Purchases purchases = result.purchases();
        Audit audit = result.audit();
        lines.add("Test %d, %s".formatted(result.testId(), result.segments()));
        lines.add(speed("acknowledged", purchases.acknowledged().size(), purchases.tookMs()));
        lines.add(speed("complete", result.booked(), result.completeMs())
                + "   first request → last booking");
        lines.add("  createOrder      " + purchases.answerMs() + "   as the client saw it");
        lines.add("  to booked        " + result.journeyMs()
                + "   acknowledged → DELIVERY_BOOKED, at most");
        lines.add("  behind them      %,d events, %,d dispatched · %,d ledger entries · %,d e-mails"
                .formatted(
                        audit.events(),
                        audit.eventsDispatched(),
                        audit.ledgerEntries(),
                        audit.emails()));
        unusual(result).forEach(lines::add);
        lines.addAll(verdict(result.verdict()));
        return lines;
    }

    private static String speed(String what, long orders, long tookMs) {
        return "  %-16s %,d orders in %.2f s: %,.0f/s"
                .formatted(what, orders, tookMs / 1000.0, orders * 1000.0 / Math.max(1, tookMs));
    }

    private static List<String> unusual(TestResult result) {
        List<String> lines = new ArrayList<>();
        Purchases purchases = result.purchases();
        if (purchases.retries() > 0) {
            lines.add("  asked again      %,d times, as the system wished"
                    .formatted(purchases.retries()));
        }
        if (!purchases.failures().isEmpty()) {
            lines.add("  unacknowledged   %,d requests, the first: %s"
                    .formatted(purchases.failures().size(), purchases.failures().getFirst()));
        }
        if (!purchases.interruptions().isEmpty()) {
            lines.add("  interrupted      %,d requests, sent again under their keys; the first: %s"
                    .formatted(
                            purchases.interruptions().size(),
                            purchases.interruptions().getFirst().answer()));
        }
        return lines;
    }

    private static List<String> verdict(Verdict verdict) {
        if (verdict.isGood()) {
            return List.of("OK: every acknowledged order is there once and DELIVERY_BOOKED.");
        }
        List<String> lines = new ArrayList<>();
        List<String> differences = verdict.differences();
        lines.add("FAILED, %,d differences:".formatted(differences.size()));
        differences.stream().limit(MOST_DIFFERENCES).map(line -> "  " + line).forEach(lines::add);
        if (differences.size() > MOST_DIFFERENCES) {
            lines.add("  … and %,d more".formatted(differences.size() - MOST_DIFFERENCES));
        }
        return lines;
    }
}
