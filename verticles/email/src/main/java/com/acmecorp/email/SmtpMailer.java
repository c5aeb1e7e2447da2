package com.acmecorp.email;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends mails over SMTP. Its client sends a mail that waits for a connection also when whoever asked for it has given it up
 * and asks again. So the client is only given as many mails as there are connections, and a mail that has waited for half of
 * its time is never begun, which says nothing about it.
 */
final class SmtpMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

    /** No such mailbox, moved, name not allowed: replies that no further attempt changes. */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);

    /** The server is being stopped, or has too much to do. */
    private static final int CLOSING = 421;

    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Vertx vertx;
    private final MailClient client;
    private final Mailbox from;
    private final int timeoutMs;
    private final int poolSize;
    private final Turns turns;
    private long quietUntilNanos = System.nanoTime();

    SmtpMailer(Vertx vertx, SmtpConfig server, Mailbox from) {
        this.vertx = vertx;
        this.client = MailClient.create(vertx, server.mailConfig());
        this.from = from;
        this.timeoutMs = server.sendTimeoutMs();
        this.poolSize = server.poolSize();
        this.turns = new Turns(vertx, poolSize, Math.max(1, timeoutMs / 2), System::nanoTime);
    }

    /** A connection that says nothing is taken for as long as the client keeps it. */
    @Override
    public Future<Void> send(OutgoingMail mail) {
        return inTime(turns.take(() -> client.sendMail(message(mail))))
                .recover(failure -> Future.failedFuture(problem(failure)));
    }

    /** A turn knows no event loop, so that {@link Future#timeout} would end on another thread. */
    private Future<Void> inTime(Future<?> sending) {
        Promise<Void> answer = Promise.promise();
        long timer = vertx.setTimer(
                timeoutMs, late -> answer.tryFail(new TimeoutException("no reply in time")));
        sending.<Void>mapEmpty().onSuccess(answer::tryComplete).onFailure(answer::tryFail);
        return answer.future().onComplete(ended -> vertx.cancelTimer(timer));
    }

    Future<Void> close() {
        return client.close();
    }

    /** The client takes bare addresses for the envelope; the headers with the names are ours. */
    private MailMessage message(OutgoingMail mail) {
        return new MailMessage()
                .setFrom(from.address())
                .setTo(mail.to().address())
                .setSubject(mail.words().subject())
                .setText(mail.words().text())
                .setHtml(mail.words().html())
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        .set("From", from.header())
                        .set("To", mail.to().header())
                        .set("Message-ID", mail.messageId()));
    }

    /**
     * The reply may name the address, so that only its code is logged. A server that can't be reached, breaks off or is
     * about to go has said nothing about the mail, which is tried for as long as it takes.
     */
    private ProblemException problem(Throwable failure) {
        return switch (failure) {
            case SMTPException refusal -> problem(refusal.getReplyCode());
            case Turns.NoTurn _ -> noConnection();
            case TimeoutException silence -> later(Kind.UNAVAILABLE, silence);
            default -> later(Kind.PARTY_AWAY, failure);
        };
    }

    /** There may be thousands at once, so that one a minute is logged. */
    private ProblemException noConnection() {
        long now = System.nanoTime();
        if (now - quietUntilNanos >= 0) {
            quietUntilNanos = now + QUIET_NANOS;
            LOG.info("mails wait for a connection and are sent later: all {} are busy", poolSize);
        }
        return Problem.of(
                        Kind.PARTY_AWAY,
                        "All connections to the mail server are busy; the mail is sent later.")
                .asException();
    }

    private static ProblemException problem(int code) {
        LOG.warn("the mail server refused a mail with code {}", code);
        if (NO_SUCH_MAILBOX.contains(code)) {
            return Problem.ofField(Kind.INVALID, "email", "The mail server knows no such mailbox.")
                    .asException();
        }
        return later(code == CLOSING ? Kind.PARTY_AWAY : Kind.UNAVAILABLE);
    }

    private static ProblemException later(Kind kind, Throwable failure) {
        LOG.warn("a mail couldn't be sent: {}", failure.toString());
        return later(kind);
    }

    private static ProblemException later(Kind kind) {
        return Problem.of(kind, "The mail server can't take the mail now.").asException();
    }
}
