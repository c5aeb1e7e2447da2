package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;
import com.acmecorp.events.OrderId;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which requests were carried out already, in a unit of work. */
final class IdempotencyKeys implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT idempotency_key, request_hash, order_id FROM idempotency_keys WHERE idempotency_key IN",
            "");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO idempotency_keys (idempotency_key, request_hash, order_id, created_at_ms) VALUES",
            4,
            "");

    private final TreeSet<String> needed = new TreeSet<>();
    private final Map<String, Accepted> accepted = new HashMap<>();
    private final List<Tuple> added = new ArrayList<>();

    private record Accepted(IdempotencyClaim claim, OrderId order) {}

    void need(IdempotencyClaim claim) {
        needed.add(claim.key());
    }

    /**
     * The order that was accepted under the claim's key.
     *
     * @throws com.acmecorp.platform.problem.ProblemException when that was another request
     */
    @Nullable
    OrderId find(IdempotencyClaim claim) {
        Accepted earlier = accepted.get(claim.key());
        if (earlier == null) {
            return null;
        }
        claim.requireSameRequest(earlier.claim());
        return earlier.order();
    }

    void claim(IdempotencyClaim claim, OrderId order, Instant now) {
        accepted.put(claim.key(), new Accepted(claim, order));
        added.add(Tuple.of(claim.key(), claim.requestHash(), order.value(), now.toEpochMilli()));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        for (Row row : rows) {
            IdempotencyClaim claim = new IdempotencyClaim(row.getString(0), row.getString(1));
            accepted.put(claim.key(), new Accepted(claim, new OrderId(row.getLong(2))));
        }
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return INSERT.execute(connection, added);
    }
}
