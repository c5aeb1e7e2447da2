package com.acmecorp.email;

import com.acmecorp.platform.database.DatabaseClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The mails in the database: each is kept once, and claimed for this process before it is sent. Other processes leave
 * it alone until it is marked as sent, or the claim runs out because this one died.
 */
final class MailStore {

    /** What is to be done with a kept mail. */
    enum State {
        TO_SEND,
        SENT,
        IN_PROGRESS,
        KEPT
    }

    /** Numbers that every reader of JSON gets right. */
    private static final long LARGEST_SENDER = 1L << 53;

    private static final Duration FOR_THE_DATABASE = Duration.ofSeconds(10);

    private final DatabaseClient database;
    private final Clock clock;
    private final Duration sending;
    private final Duration lease;
    private final JsonObject sender;

    /**
     * The mails that this process keeps.
     *
     * @param sending how long it takes to send one at most
     */
    MailStore(DatabaseClient database, Clock clock, Duration sending) {
        this.database = database;
        this.clock = clock;
        this.sending = sending;
        this.lease = sending.multipliedBy(2).plus(FOR_THE_DATABASE);
        this.sender = new JsonObject()
                .put("number", ThreadLocalRandom.current().nextLong(1, LARGEST_SENDER))
                .put("leaseMs", lease.toMillis());
    }

    /**
     * Keeps a mail and claims it; one that is kept already stays as it is. A claim that is nearly over when it is heard
     * of, because this process stood still meanwhile, is made anew.
     */
    Future<State> keep(CustomerMail mail, RenderedMail words) {
        long beganAtMs = clock.millis();
        return ask(mail, words)
                .compose(state -> state == State.TO_SEND && isTooLate(beganAtMs)
                        ? keep(mail, words)
                        : Future.succeededFuture(state));
    }

    private boolean isTooLate(long beganAtMs) {
        return clock.millis() - beganAtMs > lease.minus(sending).toMillis();
    }

    private Future<State> ask(CustomerMail mail, RenderedMail words) {
        Addressee to = mail.to();
        JsonObject variables = key(mail)
                .put("recipient", to.name() + " <" + to.email() + ">")
                .put("subject", words.subject())
                .put("text", words.text())
                .put("keepOnly", to.isTest())
                .put("sender", to.isTest() ? null : sender);
        return database.execute(EmailOperations.KEEP, variables)
                .map(answer -> State.valueOf(answer.getString("keepEmail")));
    }

    Future<State> markSent(CustomerMail mail) {
        return database.execute(EmailOperations.MARK_SENT, key(mail))
                .map(answer -> State.valueOf(answer.getString("markEmailSent")));
    }

    private static JsonObject key(CustomerMail mail) {
        return new JsonObject()
                .put("orderId", mail.to().order().value())
                .put("template", mail.name())
                .put("revision", mail.revision());
    }
}
