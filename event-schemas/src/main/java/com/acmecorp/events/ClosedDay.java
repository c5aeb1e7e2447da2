package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of each year on which nothing is delivered, by its rule: {@code 12-25} is a date, {@code 11-THURSDAY-4} the fourth
 * Thursday of November, {@code 05-MONDAY-last} the last Monday of May.
 *
 * @param rule as {@code markets.json} has it
 */
public record ClosedDay(@JsonValue String rule) {

    private static final Pattern WEEKDAY =
            Pattern.compile("(0[1-9]|1[0-2])-([A-Z]{6,9})-([1-4]|last)");
    private static final int LAST = -1;

    @JsonCreator
    public ClosedDay {
        try {
            dayIn(2024, rule); // which has all days
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected a closed day such as 12-25 or 11-THURSDAY-4, found " + rule, e);
        }
    }

    public boolean is(LocalDate day) {
        return dayIn(day.getYear(), rule).equals(day);
    }

    private static LocalDate dayIn(int year, String rule) {
        Matcher weekday = WEEKDAY.matcher(rule);
        return weekday.matches()
                ? LocalDate.of(year, Integer.parseInt(weekday.group(1)), 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(
                                ordinal(weekday.group(3)), DayOfWeek.valueOf(weekday.group(2))))
                : MonthDay.parse("--" + rule).atYear(year);
    }

    private static int ordinal(String place) {
        return place.equals("last") ? LAST : Integer.parseInt(place);
    }
}
