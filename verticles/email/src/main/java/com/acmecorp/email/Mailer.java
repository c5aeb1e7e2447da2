package com.acmecorp.email;

import io.vertx.core.Future;

/** The one who carries mails. */
interface Mailer {

    /**
     * Sends a mail.
     *
     * @return ends when a mail server has taken it; a failure is a {@link
     *     com.acmecorp.platform.problem.ProblemException}, so that its kind tells whether to retry
     */
    Future<Void> send(OutgoingMail mail);
}
