package com.acmecorp.email;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import jakarta.mail.internet.MimeMessage;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The last mails that were caught, for the page that shows them and for tests, which may wait for
 * one. Safe for several threads: mails come on those of the catcher.
 */
final class Inbox {

    static final int MOST_WAITING = 100;

    private final Vertx vertx;
    private final int keeps;
    private final Clock clock;
    private final Deque<CaughtMail> newestFirst = new ArrayDeque<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long count;

    /**
     * An empty inbox.
     *
     * @param keeps mails at most; the oldest go first
     */
    Inbox(Vertx vertx, int keeps, Clock clock) {
        this.vertx = vertx;
        this.keeps = keeps;
        this.clock = clock;
    }

    /** Somebody who waits until there is such a mail. */
    private record Waiting(MailWish wish, Promise<CaughtMail> mail) {}

    void add(MimeMessage message) {
        CaughtMail mail;
        List<Waiting> served;
        synchronized (this) {
            count++;
            mail = MimeReader.read(message, count, clock.instant());
            newestFirst.addFirst(mail);
            if (newestFirst.size() > keeps) {
                newestFirst.removeLast();
            }
            served = takeWaitingFor(mail);
        }
        served.forEach(one -> one.mail().tryComplete(mail));
    }

    synchronized List<CaughtMail> newestFirst() {
        return List.copyOf(newestFirst);
    }

    Future<JsonObject> handle(Request request) {
        JsonArray mails =
                new JsonArray(newestFirst().stream().map(CaughtMail::json).toList());
        return Future.succeededFuture(JsonObject.of("mails", mails));
    }

    Future<JsonObject> handleWish(Request request) {
        return await(MailWish.of(request)).map(CaughtMail::json);
    }

    /** The mail, now or when it comes; fails when it doesn't come in time. */
    synchronized Future<CaughtMail> await(MailWish wish) {
        Optional<CaughtMail> found = find(wish);
        if (found.isPresent()) {
            return Future.succeededFuture(found.get());
        }
        if (wish.waitMs() == 0) {
            return Future.failedFuture(absent(wish));
        }
        if (waiting.size() >= MOST_WAITING) {
            return Future.failedFuture(
                    Problem.of(Kind.OVERLOADED, "Too many calls wait for mails; please try again.")
                            .asException());
        }
        return waitFor(wish);
    }

    private Future<CaughtMail> waitFor(MailWish wish) {
        Waiting one = new Waiting(wish, Promise.promise());
        waiting.add(one);
        long timer = vertx.setTimer(wish.waitMs(), late -> giveUp(one));
        return one.mail().future().onComplete(ended -> vertx.cancelTimer(timer));
    }

    private void giveUp(Waiting one) {
        synchronized (this) {
            waiting.remove(one);
        }
        one.mail().tryFail(absent(one.wish()));
    }

    private Optional<CaughtMail> find(MailWish wish) {
        Iterator<CaughtMail> mails = wish.after().isPresent()
                ? newestFirst.descendingIterator()
                : newestFirst.iterator();
        while (mails.hasNext()) {
            CaughtMail mail = mails.next();
            if (wish.isFor(mail)) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    private List<Waiting> takeWaitingFor(CaughtMail mail) {
        List<Waiting> served =
                waiting.stream().filter(one -> one.wish().isFor(mail)).toList();
        waiting.removeAll(served);
        return served;
    }

    private static Throwable absent(MailWish wish) {
        String detail = wish.after().isPresent()
                ? "No further mail to %s has come within %d ms."
                : "No mail to %s has come within %d ms.";
        return Problem.of(Kind.NOT_FOUND, detail.formatted(wish.address(), wish.waitMs()))
                .asException();
    }
}
