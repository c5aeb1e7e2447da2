package com.acmecorp.database.deadletter;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.UUID;

/**
 * That a delivery was given up: a person must look now.
 *
 * @param error of its last attempt, for operators, as long as a row takes
 */
public record FinalFailure(UUID eventId, String causeId, String error) {

    private static final Logger LOG = LoggerFactory.getLogger(FinalFailure.class);
    private static final int ERROR_LENGTH = 500;

    /** Notes that an event is given up for a target, and says so in the log. */
    public static FinalFailure of(
            EventEnvelope envelope, String target, int attempts, String error) {
        String kept = shortened(error);
        String event = envelope.detailType().wireName();
        Cause cause = Cause.of(target, event, kept);
        LOG.atError()
                .addKeyValue("orderId", envelope.detail().orderId())
                .addKeyValue("eventId", envelope.id())
                .addKeyValue("event", event)
                .addKeyValue("target", target)
                .addKeyValue("cause", cause.id())
                .log("delivery given up after {} attempts: {}", attempts, kept);
        return new FinalFailure(envelope.id(), cause.id(), kept);
    }

    /** Notes that an event is given up which can't be read, and says so in the log. */
    public static FinalFailure ofUnreadable(EventKey key, String target, String reason) {
        String kept = shortened(reason);
        Cause cause = Cause.of(target, "unreadable", kept);
        LOG.atError()
                .addKeyValue("orderId", key.orderId())
                .addKeyValue("eventId", key.eventId())
                .addKeyValue("cause", cause.id())
                .log("an event is set aside that can't be read: {}", kept);
        return new FinalFailure(key.eventId(), cause.id(), kept);
    }

    /** An error as long as a row takes it. */
    public static String shortened(String error) {
        return error.substring(0, Math.min(ERROR_LENGTH, error.length()));
    }
}
