package com.acmecorp.operations;

import com.acmecorp.operations.alert.Alert;
import com.acmecorp.operations.alert.AlertBook;
import com.acmecorp.operations.facts.Backlog;
import com.acmecorp.operations.facts.Conservation;
import com.acmecorp.operations.facts.OrderFacts;
import com.acmecorp.operations.facts.OrdersSeen;
import com.acmecorp.operations.facts.PartyDifferences;
import com.acmecorp.operations.facts.Trouble;
import com.acmecorp.platform.figures.Figure;
import com.acmecorp.platform.figures.Figures;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.time.SharedClock;

import io.vertx.core.Future;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures that rules judge, in the text format of Prometheus. */
record Metrics(
        OrdersSeen orders,
        AlertBook book,
        HealthChecks health,
        Figures figures,
        SharedClock clock) {

    private static final String PARTIES = "parties";

    /** Where orders can't be seen, the metric that says so is there, and theirs are not. Never fails. */
    Future<String> text() {
        return orders.look()
                .map(facts -> gauge("acme_orders_seen", 1) + text(facts))
                .otherwise(unseen -> gauge("acme_orders_seen", 0))
                .map(text -> text + alerts() + counters() + skew() + heap())
                .compose(text -> parties().map(text::concat));
    }

    /** The third parties that this process plays itself. */
    private Future<String> parties() {
        return health.ask(PARTIES)
                .map(facts -> sandboxes(facts.getJsonArray("sandboxes").stream()
                        .map(String::valueOf)
                        .toList()))
                .otherwise("");
    }

    private static String sandboxes(List<String> names) {
        return gauge("acme_sandbox_parties", names.size())
                + gauges(
                        "acme_sandbox_party",
                        "party",
                        names.stream().collect(Collectors.toMap(name -> name, name -> 1L)));
    }

    private static String text(OrderFacts facts) {
        Conservation figures = facts.conservation();
        Backlog backlog = facts.backlog();
        return gauges(
                        "acme_orders",
                        "class",
                        Map.of(
                                "accepted", figures.accepted(),
                                "in_flight", figures.inFlight(),
                                "booked", figures.booked(),
                                "cancelled", figures.cancelled(),
                                "dead", figures.dead(),
                                "lost", figures.lost()))
                + gauge("acme_orders_difference", figures.difference())
                + gauge("acme_journal_undispatched", backlog.undispatched())
                + gauge("acme_journal_overdue_ms", backlog.overdueMs())
                + gauge("acme_journal_retrying", backlog.retrying())
                + gauge("acme_journal_dead", backlog.dead())
                + gauge("acme_journal_counted_up_to", backlog.countedUpTo())
                + gauges(
                        "acme_journal_waiting_for_subscriber",
                        "subscriber",
                        backlog.missing().stream()
                                .collect(Collectors.toMap(
                                        Backlog.Missing::subscriber, Backlog.Missing::events)))
                + gauges(
                        "acme_troubles",
                        "kind",
                        facts.troubles().stream()
                                .collect(Collectors.toMap(
                                        trouble -> trouble.kind().name(), Trouble::total)))
                + gauges(
                        "acme_party_differences",
                        "party",
                        facts.differences().stream()
                                .collect(Collectors.toMap(
                                        PartyDifferences::party, PartyDifferences::total)));
    }

    private String alerts() {
        return gauges(
                "acme_alerts_open",
                "rule",
                book.open().stream()
                        .collect(Collectors.groupingBy(Alert::rule, Collectors.counting())));
    }

    /** What this process has counted since it started. */
    private String counters() {
        return Stream.of(Figure.values())
                .map(figure -> "# TYPE " + figure.metric() + " counter\n" + figure.metric() + " "
                        + figures.of(figure) + "\n")
                .collect(Collectors.joining());
    }

    /** By how much this machine's clock is ahead of the time that all processes share. */
    private String skew() {
        return gauge("acme_clock_skew_ms", clock.skewMs());
    }

    /** What is in use grows until it is collected; what was left then tells whether memory grows. */
    private static String heap() {
        long afterCollection = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        return gauge(
                        "acme_heap_used_bytes",
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed())
                + gauge("acme_heap_after_collection_bytes", afterCollection);
    }

    private static String gauge(String name, long value) {
        return "# TYPE " + name + " gauge\n" + name + " " + value + "\n";
    }

    /** Labels' values are our own words: nothing in them needs escaping. */
    private static String gauges(String name, String label, Map<String, Long> values) {
        return "# TYPE " + name + " gauge\n"
                + new TreeMap<>(values)
                        .entrySet().stream()
                                .map(value -> "%s{%s=\"%s\"} %d\n"
                                        .formatted(name, label, value.getKey(), value.getValue()))
                                .collect(Collectors.joining());
    }
}
