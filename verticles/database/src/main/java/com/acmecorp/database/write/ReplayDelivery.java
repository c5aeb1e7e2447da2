package com.acmecorp.database.write;

import com.acmecorp.database.deadletter.EventDelivery;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Has one dead letter attempted anew: the canary that shows whether its cause is mended.
 *
 * @param id of the replay, if it becomes one
 */
public record ReplayDelivery(String id, EventDelivery letter) implements Write<String> {

    @Override
    public void need(UnitOfWork work) {
        work.deliveries().need(letter.event());
    }

    /** Answers the id of the replay that has the letter: this one, or the one that somebody else asked for just before. */
    @Override
    public String decide(UnitOfWork work) {
        Deliveries.DeliveryState state = work.deliveries().find(letter);
        if (state != null && state.causeId() != null) {
            work.replays().addCanary(id, state.causeId(), work.now().toEpochMilli());
            work.replays().take(id, letter, state.replayId(), state.error());
            work.deliveries().wake(letter, id);
            return id;
        }
        if (state != null && state.replayId() != null) {
            return state.replayId();
        }
        throw Problem.ofField(
                        Kind.NOT_FOUND,
                        "eventId",
                        "This event is no dead letter of that subscriber: it waits for its attempts or was delivered.")
                .asException();
    }
}
