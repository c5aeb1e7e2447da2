package com.acmecorp.database.write;

import com.acmecorp.events.EventKey;

import java.util.List;

/**
 * Frees an event from its dispatch: each target has acknowledged it, or stands in {@code deliveries} from now on.
 *
 * @param open the targets that don't have it yet
 */
public record SettleEvent(EventKey key, List<OpenDelivery> open) implements Write<Boolean> {

    public SettleEvent {
        open = List.copyOf(open);
    }

    @Override
    public void need(UnitOfWork work) {
        // Nothing: settling an event twice is the same as once.
    }

    @Override
    public Boolean decide(UnitOfWork work) {
        open.forEach(delivery -> work.deliveries().add(key, delivery));
        work.events().settle(key);
        return true;
    }
}
