package com.acmecorp.database.write;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Has all letters attempted anew that have died of one cause by now. Refused until a canary was delivered: a thousand
 * letters must not find out that nothing is mended.
 *
 * @param id of the replay, if it becomes one
 */
public record ReplayCause(String id, String cause) implements Write<String> {

    @Override
    public void need(UnitOfWork work) {
        work.replays().needCause(cause);
    }

    /** Answers the id of the replay that has the letters: this one, or the one that somebody else asked for just before. */
    @Override
    public String decide(UnitOfWork work) {
        Replays.CauseState state = work.replays().state(cause);
        if (state.waking() != null) {
            return state.waking();
        }
        if (!state.dead()) {
            throw Problem.ofField(Kind.NOT_FOUND, "cause", "No letter is dead of that cause.")
                    .asException();
        }
        if (!state.proven()) {
            throw Problem.ofField(
                            Kind.CONFLICT,
                            "cause",
                            "Please replay one letter of this cause first. All follow when the last one tried was delivered, "
                                    + "and none has died of the cause since.")
                    .asException();
        }
        work.replays().addAll(id, cause, work.now().toEpochMilli());
        return id;
    }
}
