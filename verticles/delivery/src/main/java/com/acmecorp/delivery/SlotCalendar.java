package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule offers in each zone. The slots of a day are reckoned once, because each order asks for them. Belongs to one
 * event loop.
 */
final class SlotCalendar {

    private final SlotRule rule;
    private final Map<ZoneId, Page> pages = new HashMap<>();

    /** What is offered on a day. */
    private record Page(LocalDate day, List<DeliveryTime> slots) {}

    SlotCalendar(SlotRule rule) {
        this.rule = rule;
    }

    /**
     * The slots that are offered to someone who asks at that time, soonest first.
     *
     * @param zone whose clocks the hours are meant by; null where that is the rule's own
     */
    List<DeliveryTime> slotsFor(Instant asked, @Nullable ZoneId zone) {
        ZoneId there = zone == null ? rule.zone() : zone;
        LocalDate today = LocalDate.ofInstant(asked, there);
        Page page = pages.get(there);
        if (page == null || !page.day().equals(today)) {
            page = new Page(today, rule.in(there).slotsFrom(today));
            pages.put(there, page);
        }
        return after(asked, page.slots());
    }

    private static List<DeliveryTime> after(Instant asked, List<DeliveryTime> slots) {
        return slots.isEmpty() || slots.getFirst().instant().isAfter(asked)
                ? slots
                : slots.stream().filter(slot -> slot.instant().isAfter(asked)).toList();
    }
}
