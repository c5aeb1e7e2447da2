package com.acmecorp.database.write;

import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.sql.ManyRows;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which requests were carried out already, or are under way, in a unit of work. */
final class IdempotencyKeys implements Part {

    private static final ManyKeys SELECT = new ManyKeys("SELECT " + KeptClaim.COLUMNS + "IN", "");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO idempotency_keys (idempotency_key, request_hash, order_id, created_at_ms) VALUES",
            4,
            "");
    private static final ManyKeys DELETE = new ManyKeys(
            "DELETE k FROM idempotency_keys AS k FORCE INDEX (PRIMARY) WHERE k.idempotency_key IN",
            "");

    private final TreeSet<String> needed = new TreeSet<>();
    private final Map<String, KeptClaim> kept = new HashMap<>();
    private final TreeMap<String, Tuple> added = new TreeMap<>();
    private final TreeSet<String> freed = new TreeSet<>();

    void need(IdempotencyClaim claim) {
        needed.add(claim.key());
    }

    @Nullable
    KeptClaim find(IdempotencyClaim claim) {
        return kept.get(claim.key());
    }

    /** The key now stands for that order; whether it is accepted yet is to be told, too. */
    void keep(KeptClaim claim, Instant now) {
        IdempotencyClaim key = claim.claim();
        kept.put(key.key(), claim);
        added.put(
                key.key(),
                Tuple.of(key.key(), key.requestHash(), claim.order().value(), now.toEpochMilli()));
    }

    /** The key's order wasn't accepted, so it may be used again. */
    void free(String key) {
        kept.remove(key);
        freed.add(key);
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed).map(this::keep);
    }

    private int keep(List<Row> rows) {
        rows.stream().map(KeptClaim::of).forEach(claim -> kept.put(claim.claim().key(), claim));
        return rows.size();
    }

    /** A key is free before it is used again. */
    @Override
    public Future<?> flush(SqlConnection connection) {
        return Future.all(
                DELETE.execute(connection, freed),
                INSERT.execute(connection, added.values().stream().toList()));
    }
}
