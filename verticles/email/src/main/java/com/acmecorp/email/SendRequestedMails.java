package com.acmecorp.email;

import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.Problems;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends the mails that somebody asked for: who lost a link, or the staff. They wait in the database, asked for in the
 * same transaction as what they tell of, until a mail server took them; what couldn't be sent is tried again a minute
 * later.
 */
final class SendRequestedMails {

    private static final Logger LOG = LoggerFactory.getLogger(SendRequestedMails.class);
    private static final int AT_A_TIME = 50;
    private static final int MOST_REMEMBERED = 20_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final DatabaseClient database;
    private final RequestedMails mails;
    private final SendMail sendMail;
    private final Clock clock;
    private final Map<JsonObject, Instant> failed = new LinkedHashMap<>();
    private long after;
    private boolean underWay;

    SendRequestedMails(
            DatabaseClient database, RequestedMails mails, SendMail sendMail, Clock clock) {
        this.database = database;
        this.mails = mails;
        this.sendMail = sendMail;
        this.clock = clock;
    }

    /** An operator wants a mail sent again; once this is answered, it will be. */
    Future<JsonObject> again(Request request) {
        JsonObject by = JsonObject.of(
                "operator", request.text("operator"), "reason", request.text("reason"));
        JsonObject variables = JsonObject.of(
                "id", request.orderId().value(), "template", request.text("template"), "by", by);
        return database.execute(EmailOperations.SEND_AGAIN, variables)
                .map(answer -> answer.getJsonObject("sendMailAgain"))
                .onSuccess(asked -> look());
    }

    /** Looks once, unless the last look is under way still. */
    void look() {
        if (!underWay) {
            underWay = true;
            sendAll()
                    .onFailure(failure ->
                            LOG.warn("asked mails have to wait: {}", failure.getMessage()))
                    .onComplete(done -> underWay = false);
        }
    }

    /** Ends when those that this look comes to are sent, or have failed. */
    Future<?> sendAll() {
        JsonObject variables = JsonObject.of("after", after, "limit", AT_A_TIME);
        return database.execute(EmailOperations.ASKED_MAILS, variables)
                .map(answer -> answer.getJsonArray("getAskedMails"))
                .compose(this::sendAll);
    }

    /** The next look begins behind the last one, so that many that fail keep none behind them waiting. */
    private Future<?> sendAll(JsonArray asked) {
        after = asked.size() < AT_A_TIME
                ? 0
                : asked.getJsonObject(AT_A_TIME - 1).getLong("orderId");
        return Future.join(asked.stream()
                .map(JsonObject.class::cast)
                .filter(this::isDue)
                .map(this::send)
                .toList());
    }

    private boolean isDue(JsonObject mail) {
        Instant failedAt = failed.getOrDefault(mail, Instant.EPOCH);
        return failedAt.isBefore(clock.instant().minus(PAUSE));
    }

    private Future<?> send(JsonObject mail) {
        return mails.mail(mail)
                .compose(sendMail::send)
                .onSuccess(sent -> failed.remove(mail))
                .onFailure(failure -> remember(mail, failure))
                .otherwiseEmpty();
    }

    /** What another process is sending is looked at again the next time. */
    private void remember(JsonObject mail, Throwable failure) {
        if (Problems.of(failure).kind() == Kind.IN_PROGRESS) {
            return;
        }
        LOG.atWarn()
                .addKeyValue("orderId", mail.getLong("orderId"))
                .log("mail {} not sent: {}", mail.getString("template"), failure.getMessage());
        failed.put(mail, clock.instant());
        if (failed.size() > MOST_REMEMBERED) {
            failed.remove(failed.keySet().iterator().next());
        }
    }
}
