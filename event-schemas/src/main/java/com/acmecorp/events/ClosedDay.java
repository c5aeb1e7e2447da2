package com.acmecorp.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of each year on which nothing is delivered, by its rule: {@code 12-25} is a date, {@code 11-THURSDAY-4} the fourth
 * Thursday of November, {@code 05-MONDAY-last} the last Monday of May. The rule is read once, because each order's slots
 * are compared with it.
 */
public final class ClosedDay {

    private static final Pattern WEEKDAY =
            Pattern.compile("(0[1-9]|1[0-2])-([A-Z]{6,9})-([1-4]|last)");
    private static final int LAST = -1;

    private final String rule;
    private final Month month;
    private final TemporalAdjuster dayOfMonth;

    /**
     * Reads a rule.
     *
     * @param rule as {@code markets.json} has it
     * @throws IllegalArgumentException where it is none
     */
    @JsonCreator
    public ClosedDay(String rule) {
        this.rule = rule;
        try {
            Matcher weekday = WEEKDAY.matcher(rule);
            if (weekday.matches()) {
                month = Month.of(Integer.parseInt(weekday.group(1)));
                dayOfMonth = TemporalAdjusters.dayOfWeekInMonth(
                        ordinal(weekday.group(3)), DayOfWeek.valueOf(weekday.group(2)));
            } else {
                MonthDay date = MonthDay.parse("--" + rule);
                month = date.getMonth();
                dayOfMonth = date;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "expected a closed day such as 12-25 or 11-THURSDAY-4, found " + rule, e);
        }
    }

    public boolean is(LocalDate day) {
        return day.getMonth() == month && day.with(dayOfMonth).equals(day);
    }

    /** The rule, as {@code markets.json} has it. */
    @JsonValue
    public String rule() {
        return rule;
    }

    private static int ordinal(String place) {
        return place.equals("last") ? LAST : Integer.parseInt(place);
    }
}
