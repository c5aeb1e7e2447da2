package com.acmecorp.database.write;

import com.acmecorp.events.EventKey;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Has an event dispatched again, because its effect is missing although each target acknowledged it. One that is on its
 * way already stays as it is.
 */
public record DispatchAgain(EventKey key) implements Write<Boolean> {

    @Override
    public void need(UnitOfWork work) {
        work.events().need(key);
    }

    @Override
    public Boolean decide(UnitOfWork work) {
        if (!work.events().has(key)) {
            throw Problem.ofField(Kind.NOT_FOUND, "eventKey", "There is no such event.")
                    .asException();
        }
        work.events().dispatchAgain(key);
        return true;
    }
}
