package com.acmecorp.email;

import com.acmecorp.platform.database.DatabaseClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The letters in the database: each is kept once, before it is sent. */
final class KeptLetters {

    /** What is to be done with a kept letter. */
    enum State {
        TO_SEND,
        SENT,
        KEPT
    }

    private final DatabaseClient database;

    KeptLetters(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a letter; one that is kept already stays as it is. */
    Future<State> keep(Letter letter, RenderedLetter words) {
        Addressee to = letter.to();
        JsonObject variables = key(letter)
                .put("recipient", to.name() + " <" + to.email() + ">")
                .put("subject", words.subject())
                .put("text", words.text())
                .put("keepOnly", to.isTest());
        return database.execute(EmailOperations.KEEP, variables)
                .map(answer -> State.valueOf(answer.getString("keepEmail")));
    }

    Future<State> markSent(Letter letter) {
        return database.execute(EmailOperations.MARK_SENT, key(letter))
                .map(answer -> State.valueOf(answer.getString("markEmailSent")));
    }

    private static JsonObject key(Letter letter) {
        return new JsonObject()
                .put("orderId", letter.to().order().value())
                .put("template", letter.name())
                .put("revision", letter.revision());
    }
}
