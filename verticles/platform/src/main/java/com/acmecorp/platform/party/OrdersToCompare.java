package com.acmecorp.platform.party;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.Operation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/** Which orders are compared with a party's books next. Belongs to one event loop. */
final class OrdersToCompare {

    static final Operation OPEN = new Operation("""
            query GetDifferingOrders($party: String!, $most: Long!) {
              getPartyDifferences(party: $party, most: $most) { orders { orderId } }
            }""");

    static final Operation NOTE = new Operation("""
            mutation NoteComparison($party: String!, $differences: [NotedDifference!]!, $agreed: [Long!]!) {
              noteComparison(party: $party, differences: $differences, agreed: $agreed)
            }""");

    /** Of those dealt with lately; what is beyond waits for the round. */
    private static final int MOST_SOON = 10_000;

    private static final int MOST_OPEN = 1_000;

    private final DatabaseClient database;
    private final PartyBooks books;
    private final AuditConfig config;
    private final Clock clock;
    private final Map<OrderId, Long> soon = new LinkedHashMap<>();
    private final Set<OrderId> open = new HashSet<>();
    private final SequencedSet<OrderId> openToSee = new LinkedHashSet<>();
    private long openReadAtMs;
    private long before = Long.MAX_VALUE;

    OrdersToCompare(DatabaseClient database, PartyBooks books, AuditConfig config, Clock clock) {
        this.database = database;
        this.books = books;
        this.config = config;
        this.clock = clock;
    }

    /** It is compared from that time on, in epoch milliseconds, unless it is moved again by then. */
    void soon(OrderId order, long fromMs) {
        soon.remove(order);
        soon.put(order, fromMs);
        if (soon.size() > MOST_SOON) {
            soon.remove(soon.keySet().iterator().next());
        }
    }

    /** Whether the database has a difference for that order, as of the last look. */
    boolean differed(OrderId order) {
        return open.contains(order);
    }

    /** The next orders that are at rest, as many as one second may have. */
    Future<List<HeldOrder>> next() {
        return readOpen().compose(read -> {
            List<OrderId> chosen = choose();
            return read(chosen, config.perSecond() - chosen.size());
        });
    }

    /** Looks for differences that are on record, which another node may have found. */
    private Future<?> readOpen() {
        if (clock.millis() - openReadAtMs < config.againMs()) {
            return Future.succeededFuture();
        }
        openReadAtMs = clock.millis();
        return database.execute(
                        OPEN, JsonObject.of("party", books.party(), "most", (long) MOST_OPEN))
                .onSuccess(answer -> keepOpen(answer.getJsonArray("getPartyDifferences")));
    }

    private void keepOpen(JsonArray parties) {
        open.clear();
        parties.stream()
                .map(JsonObject.class::cast)
                .flatMap(party -> party.getJsonArray("orders").stream())
                .map(JsonObject.class::cast)
                .forEach(order -> open.add(new OrderId(order.getLong("orderId"))));
        openToSee.retainAll(open);
        openToSee.addAll(open);
    }

    private List<OrderId> choose() {
        List<OrderId> chosen = new ArrayList<>();
        Iterator<Map.Entry<OrderId, Long>> waiting = soon.entrySet().iterator();
        while (chosen.size() < config.perSecond() && waiting.hasNext()) {
            Map.Entry<OrderId, Long> order = waiting.next();
            if (order.getValue() <= clock.millis()) {
                chosen.add(order.getKey());
                waiting.remove();
            }
        }
        while (chosen.size() < config.perSecond() && !openToSee.isEmpty()) {
            chosen.add(openToSee.removeFirst());
        }
        return chosen;
    }

    /** Reads those that were chosen, and as many of the round as there is room for. */
    private Future<List<HeldOrder>> read(List<OrderId> chosen, int room) {
        Future<List<HeldOrder>> lately = chosen.isEmpty()
                ? Future.succeededFuture(List.of())
                : execute(variables(chosen.size())
                        .put("ids", chosen.stream().map(OrderId::value).toList()));
        return lately.onSuccess(this::putOff)
                .compose(held -> room == 0 || open.size() >= MOST_OPEN
                        ? Future.succeededFuture(atRest(held, List.of()))
                        : round(room).map(more -> atRest(held, more)));
    }

    private Future<List<HeldOrder>> round(int room) {
        return execute(variables(room).put("before", before))
                .onSuccess(page -> before = page.size() < room
                        ? Long.MAX_VALUE
                        : page.getLast().id().value());
    }

    /** Something still moves them, or has until a moment ago. */
    private void putOff(List<HeldOrder> orders) {
        orders.stream()
                .filter(order -> !order.isAtRest())
                .forEach(order -> soon(order.id(), clock.millis() + config.restMs()));
    }

    private static List<HeldOrder> atRest(List<HeldOrder> lately, List<HeldOrder> round) {
        return Stream.concat(lately.stream(), round.stream())
                .filter(HeldOrder::isAtRest)
                .toList();
    }

    private JsonObject variables(int limit) {
        return JsonObject.of("limit", limit, "restMs", config.restMs());
    }

    private Future<List<HeldOrder>> execute(JsonObject variables) {
        return database.execute(books.query(), variables)
                .map(answer -> answer.getJsonArray("getOrdersToCompare").stream()
                        .map(HeldOrder::of)
                        .toList());
    }

    /** Writes down what comparisons came to. */
    Future<?> note(JsonObject variables) {
        return database.execute(NOTE, variables);
    }
}
