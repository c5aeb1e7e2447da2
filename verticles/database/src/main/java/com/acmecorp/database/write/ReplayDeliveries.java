package com.acmecorp.database.write;

import com.acmecorp.database.deadletter.EventDelivery;

import java.util.List;

/**
 * Gives dead letters back to their attempts for a replay of all that have their cause.
 *
 * @param letters some that are left; when there are none, all are given back
 */
public record ReplayDeliveries(String replayId, String cause, List<EventDelivery> letters)
        implements Write<Boolean> {

    public ReplayDeliveries {
        letters = List.copyOf(letters);
    }

    @Override
    public void need(UnitOfWork work) {
        letters.forEach(letter -> work.deliveries().need(letter.event()));
    }

    /** Another node may have woken them just before, so each is looked at again. */
    @Override
    public Boolean decide(UnitOfWork work) {
        if (letters.isEmpty()) {
            work.replays().woken(replayId);
        }
        letters.forEach(letter -> wake(letter, work));
        return true;
    }

    private void wake(EventDelivery letter, UnitOfWork work) {
        Deliveries.DeliveryState state = work.deliveries().find(letter);
        if (state != null && cause.equals(state.causeId()) && !replayId.equals(state.replayId())) {
            work.replays().take(replayId, letter, state.replayId(), state.error());
            work.deliveries().wake(letter, replayId);
        }
    }
}
