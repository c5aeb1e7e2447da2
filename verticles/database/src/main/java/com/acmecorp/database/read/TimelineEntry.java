package com.acmecorp.database.read;

import com.acmecorp.events.EventKey;

/**
 * An event of an order, as the journal has it.
 *
 * @param detail the event's detail as JSON text
 * @param dispatched whether nothing of it is left to dispatch
 */
public record TimelineEntry(
        EventKey key, String type, String detail, long occurredAtMs, boolean dispatched) {}
