package com.acmecorp.database.write;

import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/**
 * Keeps a rendered e-mail before it is sent.
 *
 * @param keepOnly a test order's: it shall never be sent
 */
public record KeepEmail(EmailKey key, EmailText text, boolean keepOnly)
        implements Write<EmailState> {

    @Override
    public void need(UnitOfWork work) {
        work.emails().need(key);
        work.events().need(created());
        work.events().need(placed());
    }

    @Override
    public EmailState decide(UnitOfWork work) {
        EmailState earlier = work.emails().state(key);
        if (earlier == EmailState.TO_SEND && key.isAskedFor()) {
            work.emails().rewrite(key, state(), text);
            return state();
        }
        if (earlier != null) {
            return earlier;
        }
        if (!work.events().has(created()) && !work.events().has(placed())) {
            throw Problem.ofField(
                            Kind.NOT_FOUND, "orderId", "There is no order " + key.orderId() + ".")
                    .asException();
        }
        work.emails().add(key, state(), text, work.now());
        return state();
    }

    private EmailState state() {
        return keepOnly ? EmailState.KEPT : EmailState.TO_SEND;
    }

    /** The first mail is written while the order's row may be on its way yet: its first event is there. */
    private EventKey created() {
        return EventKey.of(key.orderId(), EventType.ORDER_CREATED);
    }

    /** Orders that were placed by hand begin with this one. */
    private EventKey placed() {
        return EventKey.of(key.orderId(), EventType.ORDER_PLACED);
    }
}
