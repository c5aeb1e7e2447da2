package com.acmecorp.email;

import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import jakarta.mail.internet.MimeMessage;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last mails that were caught, for the page that shows them. Safe for several threads. */
final class Inbox {

    private final int keeps;
    private final Clock clock;
    private final Deque<CaughtMail> newestFirst = new ArrayDeque<>();
    private long count;

    /**
     * An empty inbox.
     *
     * @param keeps mails at most; the oldest go first
     */
    Inbox(int keeps, Clock clock) {
        this.keeps = keeps;
        this.clock = clock;
    }

    synchronized void add(MimeMessage mail) {
        count++;
        newestFirst.addFirst(MimeReader.read(mail, count, clock.instant()));
        if (newestFirst.size() > keeps) {
            newestFirst.removeLast();
        }
    }

    synchronized List<CaughtMail> newestFirst() {
        return List.copyOf(newestFirst);
    }

    Future<JsonObject> handle(Request request) {
        JsonArray mails =
                new JsonArray(newestFirst().stream().map(CaughtMail::json).toList());
        return Future.succeededFuture(JsonObject.of("mails", mails));
    }
}
