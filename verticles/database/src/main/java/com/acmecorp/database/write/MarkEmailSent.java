package com.acmecorp.database.write;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

/** Notes that the mail server took an e-mail. */
public record MarkEmailSent(EmailKey key) implements Write<EmailState> {

    @Override
    public void need(UnitOfWork work) {
        work.emails().need(key);
    }

    @Override
    public EmailState decide(UnitOfWork work) {
        EmailState earlier = work.emails().state(key);
        if (earlier == null) {
            throw Problem.of(
                            Kind.NOT_FOUND,
                            "There is no e-mail %s for order %s."
                                    .formatted(key.template(), key.orderId()))
                    .asException();
        }
        if (earlier == EmailState.TO_SEND) {
            work.emails().markSent(key, work.now());
            return EmailState.SENT;
        }
        return earlier;
    }
}
