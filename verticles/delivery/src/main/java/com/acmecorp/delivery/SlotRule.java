package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When deliveries are made: at these hours of each day but Sundays.
 *
 * @param firstDayAhead the first day that is offered, counted from today
 * @param daysAhead the last one
 * @param hours of the day, 0 to 23, in the zone
 */
public record SlotRule(int firstDayAhead, int daysAhead, List<Integer> hours, ZoneId zone) {

    public SlotRule {
        hours = List.copyOf(hours);
    }

    /** The same hours by the clocks of another zone. */
    SlotRule in(ZoneId other) {
        return new SlotRule(firstDayAhead, daysAhead, hours, other);
    }

    /** All slots of the days that are offered on that day, soonest first, also those that are past. */
    List<DeliveryTime> slotsFrom(LocalDate today) {
        return IntStream.rangeClosed(firstDayAhead, daysAhead)
                .mapToObj(today::plusDays)
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .flatMap(this::slotsOn)
                .sorted()
                // Where the clock skips an hour, two hours of the day are one moment.
                .distinct()
                .map(slot -> new DeliveryTime(slot.toEpochMilli()))
                .toList();
    }

    private Stream<Instant> slotsOn(LocalDate day) {
        return hours.stream().map(hour -> day.atTime(hour, 0).atZone(zone).toInstant());
    }
}
