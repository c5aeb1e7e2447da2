package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

class SlotRuleTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:15:00Z");
    private static final SlotRule STANDARD =
            new SlotRule(1, 14, List.of(9, 11, 13, 15, 17), ZoneOffset.UTC);

    @Test
    void offersTwoWeeksFromTomorrowOn() {
        List<Instant> slots = slots(STANDARD, MONDAY);

        assertThat(slots).hasSize(12 * 5).isSorted().doesNotHaveDuplicates();
        assertThat(slots.getFirst()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(slots.getLast()).isEqualTo("2026-12-07T17:00:00Z");
    }

    @Test
    void leavesSundaysOut() {
        for (int days = 0; days < 7; days++) {
            assertThat(slots(STANDARD, MONDAY.plus(days, ChronoUnit.DAYS)))
                    .hasSize(12 * 5)
                    .noneMatch(slot ->
                            slot.atOffset(ZoneOffset.UTC).getDayOfWeek() == DayOfWeek.SUNDAY);
        }
    }

    @Test
    void neverOffersThePast() {
        SlotRule fromToday = new SlotRule(0, 1, List.of(9, 11), ZoneOffset.UTC);

        assertThat(slots(fromToday, MONDAY).getFirst()).isEqualTo("2026-11-23T11:00:00Z");
        assertThat(slots(fromToday, Instant.parse("2026-11-23T11:00:00Z")).getFirst())
                .isEqualTo("2026-11-24T09:00:00Z");
    }

    @Test
    void offersTheSameWhoeverAskedBefore() {
        SlotRule fromToday = new SlotRule(0, 3, List.of(9, 11), ZoneOffset.UTC);
        SlotCalendar calendar = new SlotCalendar(fromToday);
        ZoneId auckland = ZoneId.of("Pacific/Auckland");

        for (int hours : new int[] {0, 26, 2, 1, 14, 300, 0}) {
            Instant asked = MONDAY.plus(hours, ChronoUnit.HOURS);
            assertThat(calendar.slotsFor(asked, null))
                    .isEqualTo(new SlotCalendar(fromToday).slotsFor(asked, null));
            assertThat(calendar.slotsFor(asked, auckland))
                    .isNotEqualTo(calendar.slotsFor(asked, null))
                    .isEqualTo(new SlotCalendar(fromToday.in(auckland)).slotsFor(asked, null));
        }
    }

    @Test
    void countsHoursAndDaysInItsZone() {
        ZoneId mexico = ZoneId.of("America/Mexico_City");
        SlotRule rule = new SlotRule(1, 2, List.of(9), mexico);

        // In Mexico it is still Sunday evening.
        assertThat(slots(rule, Instant.parse("2026-11-23T03:00:00Z")))
                .containsExactly(
                        Instant.parse("2026-11-23T15:00:00Z"),
                        Instant.parse("2026-11-24T15:00:00Z"));
    }

    @Test
    void offersAnHourThatTheClockSkipsOnce() {
        // On Friday, 26 March 2027, Israel's clocks go from 2:00 to 3:00.
        SlotRule rule = new SlotRule(1, 1, List.of(3, 2), ZoneId.of("Asia/Jerusalem"));

        assertThat(slots(rule, Instant.parse("2027-03-25T10:00:00Z")))
                .containsExactly(Instant.parse("2027-03-26T00:00:00Z"));
    }

    private static List<Instant> slots(SlotRule rule, Instant asked) {
        return new SlotCalendar(rule)
                .slotsFor(asked, null).stream().map(DeliveryTime::instant).toList();
    }
}
