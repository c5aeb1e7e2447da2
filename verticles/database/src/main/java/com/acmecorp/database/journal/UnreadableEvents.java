package com.acmecorp.database.journal;

import com.acmecorp.database.deadletter.FinalFailure;
import com.acmecorp.database.sql.ManyKeys;
import com.acmecorp.database.write.OpenDelivery;
import com.acmecorp.database.write.SettleEvent;
import com.acmecorp.events.EventKey;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;

import java.util.Collection;
import java.util.List;

/**
 * Events that this version can't read, because a later one wrote them or a row was damaged. Nobody knows their targets, so
 * each becomes one dead letter, in the journal's own name. Replayed, it is dispatched like any event whose time has come.
 */
final class UnreadableEvents {

    /** In place of a subscriber. */
    static final String TARGET = "journal";

    private static final ManyKeys DISPATCH = new ManyKeys(
            "UPDATE events FORCE INDEX (PRIMARY) SET dispatch_at_ms = ? WHERE event_key IN", "");

    private UnreadableEvents() {}

    /** Sets an event aside. */
    static SettleEvent setAside(EventKey key, String reason) {
        FinalFailure finalFailure = FinalFailure.ofUnreadable(key, TARGET, reason);
        return new SettleEvent(key, List.of(OpenDelivery.dead(TARGET, 0, finalFailure)));
    }

    /** Has events dispatched that can be read by now. */
    static Future<?> dispatch(
            SqlConnection connection, DeliveryRows rows, Collection<Long> keys, long nowMs) {
        return Future.all(
                DISPATCH.execute(connection, List.of(nowMs), keys), rows.done(connection, keys));
    }
}
