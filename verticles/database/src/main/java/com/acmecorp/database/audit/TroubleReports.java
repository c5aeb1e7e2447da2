package com.acmecorp.database.audit;

import com.acmecorp.database.audit.Trouble.Kind;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Gathers troubles by their kind: counts all, and keeps the oldest alone, as there may be millions. */
public final class TroubleReports {

    private static final Comparator<Trouble> OLDEST_FIRST =
            Comparator.comparingLong(Trouble::sinceMs).thenComparingLong(Trouble::orderId);

    private final int most;
    private final Map<Kind, OfKind> kinds = new EnumMap<>(Kind.class);

    /**
     * Of no trouble yet.
     *
     * @param most orders that are named of each kind
     */
    public TroubleReports(int most) {
        this.most = most;
    }

    /** One kind's troubles so far; the youngest of those that are named is at the queue's head. */
    private static final class OfKind {

        private final PriorityQueue<Trouble> oldest = new PriorityQueue<>(OLDEST_FIRST.reversed());
        private long total;
        private boolean atLeast;
    }

    /** One report for each kind that there is. */
    public List<TroubleReport> all() {
        return kinds.entrySet().stream()
                .map(kind -> report(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static TroubleReport report(Kind kind, OfKind troubles) {
        return new TroubleReport(
                kind,
                troubles.total,
                troubles.atLeast,
                troubles.oldest.stream().sorted(OLDEST_FIRST).toList());
    }

    public TroubleReports add(Stream<Trouble> troubles) {
        troubles.forEach(trouble -> {
            OfKind kind = kind(trouble.kind());
            kind.total++;
            name(trouble, kind);
        });
        return this;
    }

    /**
     * Troubles of which there may be more.
     *
     * @param limit as many of them as were looked for
     */
    public TroubleReports add(List<Trouble> found, int limit) {
        add(found.stream());
        if (found.size() >= limit) {
            found.forEach(trouble -> kind(trouble.kind()).atLeast = true);
        }
        return this;
    }

    public TroubleReports add(TroubleReport report) {
        OfKind kind = kind(report.kind());
        kind.total += report.total();
        kind.atLeast |= report.atLeast();
        report.orders().forEach(trouble -> name(trouble, kind));
        return this;
    }

    private OfKind kind(Kind kind) {
        return kinds.computeIfAbsent(kind, none -> new OfKind());
    }

    private void name(Trouble trouble, OfKind kind) {
        boolean full = kind.oldest.size() >= most;
        if (most == 0 || (full && isAmongTheYoungest(trouble, kind))) {
            return;
        }
        if (full) {
            kind.oldest.poll();
        }
        kind.oldest.add(trouble);
    }

    private static boolean isAmongTheYoungest(Trouble trouble, OfKind kind) {
        return OLDEST_FIRST.compare(trouble, kind.oldest.element()) >= 0;
    }
}
