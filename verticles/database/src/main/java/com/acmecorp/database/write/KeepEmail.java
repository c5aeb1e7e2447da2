package com.acmecorp.database.write;

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
    }

    @Override
    public EmailState decide(UnitOfWork work) {
        EmailState earlier = work.emails().state(key);
        if (earlier != null) {
            return earlier;
        }
        EmailState state = keepOnly ? EmailState.KEPT : EmailState.TO_SEND;
        work.emails().add(key, state, text, work.now());
        return state;
    }
}
