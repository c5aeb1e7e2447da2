package com.acmecorp.database.write;

import com.acmecorp.database.deadletter.Letter;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Has one dead letter attempted anew: the canary that shows whether its cause is mended.
 *
 * @param id of the replay, if it becomes one
 */
public record ReplayLetter(String id, Letter letter) implements Write<String> {

    @Override
    public void need(UnitOfWork work) {
        work.deliveries().need(letter.event());
    }

    /** Answers the id of the replay that has the letter: this one, or the one that somebody else asked for just before. */
    @Override
    public String decide(UnitOfWork work) {
        Deliveries.Standing standing = work.deliveries().find(letter);
        if (standing != null && standing.causeId() != null) {
            work.replays().addCanary(id, standing.causeId(), work.now().toEpochMilli());
            work.replays().take(id, letter, standing.replayId(), standing.error());
            work.deliveries().wake(letter, id);
            return id;
        }
        if (standing != null && standing.replayId() != null) {
            return standing.replayId();
        }
        throw Problem.ofField(
                        Kind.NOT_FOUND,
                        "eventId",
                        "This event is no dead letter of that subscriber: it waits for its attempts or was delivered.")
                .asException();
    }
}
