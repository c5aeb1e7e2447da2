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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The e-mails of a unit of work. */
final class Emails implements Part {

    private static final ManyKeys SELECT = new ManyKeys(
            "SELECT order_id, template, revision, state, claim_holder, claim_ends_at_ms FROM emails"
                    + " FORCE INDEX (PRIMARY) WHERE order_id IN",
            "");
    private static final ManyKeys LOCK = new ManyKeys(
            "SELECT order_id, template, revision, state, claim_holder, claim_ends_at_ms FROM emails"
                    + " FORCE INDEX (PRIMARY) WHERE order_id IN",
            "FOR UPDATE");
    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO emails (order_id, template, revision, state, recipient, subject, text, kept_at_ms,"
                    + " claim_holder, claim_ends_at_ms) VALUES",
            10,
            "");
    private static final String CLAIM =
            "UPDATE emails SET claim_holder = ?, claim_ends_at_ms = ? WHERE order_id = ? AND template = ? AND revision = ?";
    private static final String MARK_SENT =
            "UPDATE emails SET state = 'SENT', sent_at_ms = ? WHERE order_id = ? AND template = ? AND revision = ?";

    private static final String REWRITE =
            "UPDATE emails SET state = ?, recipient = ?, subject = ?, text = ? WHERE order_id = ? AND template = ? AND revision = ?";
    private static final String READDRESS =
            "UPDATE emails SET recipient = ? WHERE order_id = ? AND state = 'TO_SEND'";

    private final TreeSet<Long> needed = new TreeSet<>();
    private final TreeSet<EmailKey> wanted = new TreeSet<>();
    private final Map<EmailKey, EmailState> states = new HashMap<>();
    private final Map<EmailKey, MailClaim> claims = new HashMap<>();
    private final TreeMap<EmailKey, Tuple> added = new TreeMap<>();
    private final TreeMap<EmailKey, Tuple> claimed = new TreeMap<>();
    private final TreeMap<EmailKey, Tuple> sent = new TreeMap<>();
    private final TreeMap<EmailKey, Tuple> rewritten = new TreeMap<>();
    private final TreeMap<OrderId, Tuple> readdressed = new TreeMap<>();

    void need(EmailKey key) {
        need(key.orderId());
    }

    /** All mails of that order. */
    void need(OrderId order) {
        needed.add(order.value());
    }

    /** One that may be claimed, if it is there: then nobody else can claim it before this is over. */
    void needClaim(EmailKey key) {
        wanted.add(key);
    }

    @Nullable
    EmailState state(EmailKey key) {
        return states.get(key);
    }

    /** The last claim; null where there never was one. */
    @Nullable
    MailClaim claim(EmailKey key) {
        return claims.get(key);
    }

    /** Gives a mail that is there to whoever will send it. */
    void claim(EmailKey key, MailClaim claim) {
        claims.put(key, claim);
        claimed.put(
                key,
                Tuple.of(
                        claim.holder(),
                        claim.endsAt().toEpochMilli(),
                        key.orderId().value(),
                        key.template(),
                        key.revision()));
    }

    /** The revisions of an order's mails of that template. */
    Set<String> revisions(OrderId order, String template) {
        return states.keySet().stream()
                .filter(key -> key.orderId().equals(order) && key.template().equals(template))
                .map(EmailKey::revision)
                .collect(Collectors.toSet());
    }

    /** The templates of an order's own mails. */
    Set<String> templates(OrderId order) {
        return states.keySet().stream()
                .filter(key -> key.orderId().equals(order) && !key.isAskedFor())
                .map(EmailKey::template)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Asks for a mail whose words are written when it is sent. */
    void ask(EmailKey key, String recipient, Instant now) {
        add(key, EmailState.TO_SEND, new EmailText(recipient, "", ""), now, null);
    }

    /** Gives a mail that is there other words. */
    void rewrite(EmailKey key, EmailState state, EmailText text) {
        states.put(key, state);
        rewritten.put(
                key,
                Tuple.of(
                        state.name(),
                        text.recipient(),
                        text.subject(),
                        text.text(),
                        key.orderId().value(),
                        key.template(),
                        key.revision()));
    }

    /** Has an order's mails that aren't sent yet go elsewhere. */
    void readdress(OrderId order, String recipient) {
        readdressed.put(order, Tuple.of(recipient, order.value()));
    }

    void add(
            EmailKey key,
            EmailState state,
            EmailText text,
            Instant now,
            @Nullable MailClaim claim) {
        states.put(key, state);
        if (claim != null) {
            claims.put(key, claim);
        }
        added.put(
                key,
                Tuple.tuple()
                        .addLong(key.orderId().value())
                        .addString(key.template())
                        .addString(key.revision())
                        .addString(state.name())
                        .addString(text.recipient())
                        .addString(text.subject())
                        .addString(text.text())
                        .addLong(now.toEpochMilli())
                        .addLong(claim == null ? null : claim.holder())
                        .addLong(claim == null ? null : claim.endsAt().toEpochMilli()));
    }

    void markSent(EmailKey key, Instant now) {
        states.put(key, EmailState.SENT);
        sent.put(
                key,
                Tuple.of(
                        now.toEpochMilli(), key.orderId().value(), key.template(), key.revision()));
    }

    @Override
    public Future<?> load(SqlConnection connection) {
        return SELECT.execute(connection, needed)
                .map(this::keep)
                .compose(kept -> lockContested(connection));
    }

    /** A mail's first claim comes with its row, which nobody else can write; only further ones are locked and read anew. */
    private Future<?> lockContested(SqlConnection connection) {
        TreeSet<Long> orders = new TreeSet<>();
        wanted.stream()
                .filter(key -> states.get(key) == EmailState.TO_SEND)
                .forEach(key -> orders.add(key.orderId().value()));
        return LOCK.execute(connection, orders).map(this::keep);
    }

    private int keep(List<Row> rows) {
        for (Row row : rows) {
            EmailKey key =
                    new EmailKey(new OrderId(row.getLong(0)), row.getString(1), row.getString(2));
            states.put(key, EmailState.valueOf(row.getString(3)));
            Long endsAtMs = row.getLong(5);
            if (endsAtMs != null) {
                claims.put(key, new MailClaim(row.getLong(4), Instant.ofEpochMilli(endsAtMs)));
            }
        }
        return rows.size();
    }

    @Override
    public Future<?> flush(SqlConnection connection) {
        return Future.all(
                update(connection, READDRESS, readdressed.values()),
                INSERT.execute(connection, added.values().stream().toList()),
                update(connection, REWRITE, rewritten.values()),
                update(connection, CLAIM, claimed.values()),
                update(connection, MARK_SENT, sent.values()));
    }

    private static Future<?> update(SqlConnection connection, String sql, Collection<Tuple> rows) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(sql).executeBatch(List.copyOf(rows));
    }
}
