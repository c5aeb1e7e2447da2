package com.acmecorp.database.write;

import com.acmecorp.database.deadletter.Letter;

import java.util.List;

/**
 * Gives dead letters back to their attempts for a replay of all that have their cause.
 *
 * @param letters some that are left; when there are none, all are given back
 */
public record WakeLetters(String replayId, String cause, List<Letter> letters)
        implements Write<Boolean> {

    public WakeLetters {
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

    private void wake(Letter letter, UnitOfWork work) {
        Deliveries.Standing standing = work.deliveries().find(letter);
        if (standing != null
                && cause.equals(standing.causeId())
                && !replayId.equals(standing.replayId())) {
            work.replays().take(replayId, letter, standing.replayId(), standing.error());
            work.deliveries().wake(letter, replayId);
        }
    }
}
