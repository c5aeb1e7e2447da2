package com.acmecorp.platform.party;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.party.PartyBooks.Difference;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What comparisons with a party's books came to and isn't noted yet. A difference counts when it was seen twice and was
 * the same: what is being settled while we look is seen once at most. Belongs to one event loop.
 */
final class Comparisons {

    /** Those that were seen once, beyond which the oldest must be seen twice anew. */
    private static final int MOST_DIFFERED_ONCE = 10_000;

    private final String party;
    private final Map<OrderId, Difference> differedOnce = new LinkedHashMap<>();
    private final Map<OrderId, Difference> differing = new LinkedHashMap<>();
    private final List<OrderId> agreed = new ArrayList<>();

    Comparisons(String party) {
        this.party = party;
    }

    /**
     * Both hold the same.
     *
     * @param differed whether a difference is on record, which is to end
     */
    void agree(OrderId order, boolean differed) {
        differedOnce.remove(order);
        if (differed) {
            agreed.add(order);
        }
    }

    /** They don't; answers whether that was seen before. */
    boolean differ(OrderId order, Difference seen) {
        Difference before = differedOnce.put(order, seen);
        if (differedOnce.size() > MOST_DIFFERED_ONCE) {
            differedOnce.remove(differedOnce.keySet().iterator().next());
        }
        boolean again = seen.equals(before);
        if (again) {
            differing.put(order, seen);
        }
        return again;
    }

    boolean isEmpty() {
        return differing.isEmpty() && agreed.isEmpty();
    }

    /** The orders of which something is to be noted. */
    List<OrderId> orders() {
        return Stream.concat(differing.keySet().stream(), agreed.stream()).toList();
    }

    /** All that is to be noted, as the variables of the mutation; it is taken once. */
    JsonObject take() {
        JsonArray differences = new JsonArray();
        differing.forEach((order, found) -> differences.add(JsonObject.of(
                "orderId", order.value(),
                "ours", found.ours(),
                "theirs", found.theirs(),
                "advice", found.advice())));
        JsonObject variables = JsonObject.of(
                "party", party,
                "differences", differences,
                "agreed", new JsonArray(agreed.stream().map(OrderId::value).toList()));
        differing.clear();
        agreed.clear();
        return variables;
    }
}
