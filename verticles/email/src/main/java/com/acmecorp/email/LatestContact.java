package com.acmecorp.email;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.platform.database.DatabaseClient;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import java.time.Clock;
import java.time.Duration;

/**
 * The contact data that a mail shall use. An event has those of its moment, and nearly every mail is written in the
 * same second; one that is late, because mail or its event failed, asks whether an operator has corrected them since.
 */
final class LatestContact {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DatabaseClient database;
    private final Clock clock;

    LatestContact(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Future<Contact> of(OrderEvent event, Contact told) {
        boolean fresh = event.metadata().occurredAt().isAfter(clock.instant().minus(FRESH));
        return fresh ? Future.succeededFuture(told) : ask(event, told);
    }

    private Future<Contact> ask(OrderEvent event, Contact told) {
        JsonObject order = JsonObject.of("id", event.orderId().value());
        return database.execute(EmailOperations.GET_CONTACT, order)
                .map(answer -> answer.getJsonObject("getContact"))
                .map(contact -> contact == null ? told : Contact.of(contact));
    }
}
