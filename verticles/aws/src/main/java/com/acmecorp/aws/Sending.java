package com.acmecorp.aws;

import com.acmecorp.events.EventEnvelope;
import com.acmecorp.events.EventJson;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.events.Outcome;

import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** One event on its way to EventBridge, with what became of it so far. */
final class Sending {

    /** What EventBridge counts for the time, whatever its text. */
    private static final int TIME_BYTES = 14;

    /** Answers that are about the event itself; any other is about the bus, our rights or the moment. */
    private static final Set<String> THE_EVENTS_FAULT =
            Set.of("MalformedDetail", "InvalidArgument", "RedactionFailure");

    private final PutEventsRequestEntry entry;
    private final int bytes;
    private Outcome outcome = Outcome.unreachable("not sent yet");

    private Sending(PutEventsRequestEntry entry, int bytes) {
        this.entry = entry;
        this.bytes = bytes;
    }

    /** EventBridge gives each event an id of its own; ours, the order's and the trace travel in the detail. */
    static Sending of(EventEnvelope event, String bus) {
        String detail = EventJson.write(event.detail());
        String source = event.source();
        String type = event.detailType().wireName();
        return new Sending(
                PutEventsRequestEntry.builder()
                        .eventBusName(bus)
                        .source(source)
                        .detailType(type)
                        .time(event.time())
                        .detail(detail)
                        .traceHeader(xRay(event.detail().metadata().traceparent()))
                        .build(),
                TIME_BYTES
                        + detail.getBytes(StandardCharsets.UTF_8).length
                        + source.length()
                        + type.length());
    }

    /** The same trace in the form of X-Ray, whose ids are W3C's with a hyphen. */
    private static String xRay(TraceParent trace) {
        String id = trace.traceId();
        String[] parts = trace.value().split("-", -1);
        int sampled = Integer.parseInt(parts[3], 16) & 1;
        return "Root=1-%s-%s;Parent=%s;Sampled=%d"
                .formatted(id.substring(0, 8), id.substring(8), parts[2], sampled);
    }

    PutEventsRequestEntry entry() {
        return entry;
    }

    /** Its size as EventBridge counts it. */
    int bytes() {
        return bytes;
    }

    Outcome outcome() {
        return outcome;
    }

    void end(Outcome outcome) {
        this.outcome = outcome;
    }

    void end(PutEventsResultEntry result) {
        String code = result.errorCode();
        if (code == null) {
            outcome = Outcome.acknowledged();
        } else {
            String error = "EventBridge: " + code + ", " + result.errorMessage();
            outcome = THE_EVENTS_FAULT.contains(code)
                    ? Outcome.failed(error, false)
                    : Outcome.unreachable(error);
        }
    }
}
