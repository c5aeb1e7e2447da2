package com.acmecorp.database.write;

import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import org.jspecify.annotations.Nullable;

/**
 * Keeps a rendered e-mail before it is sent, and claims it for whoever will send it.
 *
 * @param keepOnly a test order's: it shall never be sent
 * @param sender null where the caller says nothing of that, as it was before mails were claimed
 */
public record KeepEmail(
        EmailKey key,
        EmailText text,
        boolean keepOnly,
        @Nullable MailSender sender) implements Write<EmailState> {

    @Override
    public void need(UnitOfWork work) {
        work.emails().need(key);
        if (sender != null) {
            work.emails().needClaim(key);
        }
        work.events().need(created());
        work.events().need(placed());
    }

    @Override
    public EmailState decide(UnitOfWork work) {
        EmailState earlier = work.emails().state(key);
        if (earlier == EmailState.TO_SEND) {
            return takeUp(work);
        }
        if (earlier != null) {
            return earlier;
        }
        if (!work.events().has(created()) && !work.events().has(placed())) {
            throw Problem.ofField(
                            Kind.NOT_FOUND, "orderId", "There is no order " + key.orderId() + ".")
                    .asException();
        }
        work.emails().add(key, state(), text, work.now(), claim(work));
        return state();
    }

    /** It is there, and wasn't sent, as far as anybody knows. */
    private EmailState takeUp(UnitOfWork work) {
        MailClaim earlier = work.emails().claim(key);
        if (sender != null && earlier != null && sender.isShutOutBy(earlier, work.now())) {
            return EmailState.IN_PROGRESS;
        }
        if (key.isAskedFor()) {
            work.emails().rewrite(key, state(), text);
        }
        if (sender != null) {
            work.emails().claim(key, sender.claim(work.now()));
        }
        return key.isAskedFor() ? state() : EmailState.TO_SEND;
    }

    private @Nullable MailClaim claim(UnitOfWork work) {
        return sender == null ? null : sender.claim(work.now());
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
