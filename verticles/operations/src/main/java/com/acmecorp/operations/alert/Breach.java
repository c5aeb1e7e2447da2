package com.acmecorp.operations.alert;

import java.util.List;

/**
 * What a rule has found to be wrong.
 *
 * @param subject tells the breaches of one rule apart, such as a part's name; empty where it has only one
 * @param text a sentence for whoever is woken by it
 * @param orders the orders that it names, at most {@link #NAMED}
 * @param more how many it doesn't name
 */
public record Breach(String subject, String text, List<Long> orders, long more) {

    /** Orders that are named at most; the rest is a number. */
    public static final int NAMED = 20;

    public Breach {
        orders = List.copyOf(orders);
    }

    public static Breach of(String subject, String text) {
        return new Breach(subject, text, List.of(), 0);
    }

    /**
     * A breach that some orders are in.
     *
     * @param orders at least the first ones
     * @param total how many orders there are
     */
    public static Breach naming(String text, List<Long> orders, long total) {
        List<Long> named = orders.stream().limit(NAMED).toList();
        return new Breach("", text, named, total - named.size());
    }

    /** The same breach of one of several that a rule may have. */
    public Breach about(String which) {
        return new Breach(which, text, orders, more);
    }

    /** A breach whose number matters, though nobody can be named. */
    public static Breach counting(String text, long number) {
        return new Breach("", text, List.of(), number);
    }

    /** Whether it names the same things, be its figures as they may. */
    boolean namesTheSameAs(Breach other) {
        return orders.equals(other.orders) && more == other.more;
    }

    /** The sentence, with the orders that it is about. */
    public String sentence() {
        if (orders.isEmpty()) {
            return text;
        }
        String named = String.join(", ", orders.stream().map(String::valueOf).toList());
        return text + ": " + named + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
