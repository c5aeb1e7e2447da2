package com.acmecorp.app.simulation.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Who has which row for itself, and who waits for whom. */
final class Locks {

    private record Lock(Table table, RowKey key) {}

    private final Map<Lock, Transaction> holders = new HashMap<>();
    private final Map<Transaction, Transaction> waiting = new HashMap<>();

    boolean isFree(Transaction by, Table table, RowKey key) {
        return holders.getOrDefault(new Lock(table, key), by) == by;
    }

    void take(Transaction by, Table table, RowKey key) {
        if (!isFree(by, table, key)) {
            throw new Blocked(Objects.requireNonNull(holders.get(new Lock(table, key))));
        }
        holders.put(new Lock(table, key), by);
    }

    void release(Transaction by) {
        holders.values().removeIf(holder -> holder == by);
        waiting.remove(by);
        waiting.values().removeIf(holder -> holder == by);
    }

    /** Whether the two, and whoever is between them, would wait for each other for ever. */
    boolean isDeadlock(Transaction waiter, Transaction holder) {
        Transaction next = holder;
        while (next != null) {
            if (next == waiter) {
                return true;
            }
            next = waiting.get(next);
        }
        waiting.put(waiter, holder);
        return false;
    }
}
