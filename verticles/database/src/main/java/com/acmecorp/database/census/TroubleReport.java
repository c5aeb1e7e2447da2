package com.acmecorp.database.census;

import com.acmecorp.database.census.Trouble.Kind;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Troubles of one kind.
 *
 * @param total how many there are
 * @param orders the oldest of them
 */
public record TroubleReport(Kind kind, long total, List<Trouble> orders) {

    /**
     * One report for each kind that there is.
     *
     * @param most orders that a report names
     */
    public static List<TroubleReport> of(Stream<Trouble> troubles, long most) {
        Supplier<TreeMap<Kind, List<Trouble>>> byKind = TreeMap::new;
        return troubles
                .collect(Collectors.groupingBy(Trouble::kind, byKind, Collectors.toList()))
                .entrySet()
                .stream()
                .map(kind -> of(kind.getKey(), kind.getValue(), most))
                .toList();
    }

    private static TroubleReport of(Kind kind, List<Trouble> all, long most) {
        List<Trouble> oldest = all.stream()
                .sorted(Comparator.comparingLong(Trouble::sinceMs)
                        .thenComparingLong(Trouble::orderId))
                .limit(most)
                .toList();
        return new TroubleReport(kind, all.size(), oldest);
    }
}
