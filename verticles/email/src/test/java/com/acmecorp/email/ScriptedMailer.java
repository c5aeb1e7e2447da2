package com.acmecorp.email;

import io.vertx.core.Future;

import java.util.ArrayList;
import java.util.List;

/** Takes mails, or fails as the test says. */
final class ScriptedMailer implements Mailer {

    final List<OutgoingMail> sent = new ArrayList<>();
    private Future<Void> answer = Future.succeededFuture();

    void answerWith(Future<Void> next) {
        answer = next;
    }

    @Override
    public Future<Void> send(OutgoingMail mail) {
        sent.add(mail);
        return answer;
    }
}
