package com.acmecorp.platform.log;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.UUID;

/**
 * One line for each business step, found by order, event or trace. It never carries names, addresses, e-mails or tokens:
 * what isn't a parameter here can't leak.
 */
public final class StepLog {

    private final Logger log;

    private StepLog(Logger log) {
        this.log = log;
    }

    public static StepLog of(Class<?> useCase) {
        return new StepLog(LoggerFactory.getLogger(useCase));
    }

    /** A step that an event caused. */
    public void step(String what, OrderEvent cause) {
        step(what, cause.orderId(), cause.metadata().eventId(), cause.metadata().traceparent());
    }

    /** A step that a caller asked for; it has no event. */
    public void step(String what, OrderId order, TraceParent trace) {
        step(what, order, null, trace);
    }

    private void step(String what, OrderId order, @Nullable UUID event, TraceParent trace) {
        log.atInfo()
                .addKeyValue("orderId", order)
                .addKeyValue("eventId", event == null ? "-" : event)
                .addKeyValue("traceId", trace.traceId())
                .log(what);
    }
}
