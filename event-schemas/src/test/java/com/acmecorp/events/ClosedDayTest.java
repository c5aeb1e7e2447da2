package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class ClosedDayTest {

    @ParameterizedTest
    @CsvSource({
        "12-25,          2026-12-25",
        "01-01,          2027-01-01",
        "02-29,          2028-02-29",
        "11-THURSDAY-4,  2026-11-26",
        "11-THURSDAY-4,  2027-11-25",
        "05-MONDAY-last, 2026-05-25",
        "05-MONDAY-last, 2027-05-31",
        "02-MONDAY-1,    2027-02-01"
    })
    void fallsOnItsDayOfTheYear(String rule, LocalDate day) {
        assertThat(new ClosedDay(rule).is(day)).isTrue();
        assertThat(new ClosedDay(rule).is(day.plusDays(1))).isFalse();
        assertThat(new ClosedDay(rule).is(day.minusDays(7))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13-01", "02-30", "11-THURSDAY-5", "11-SOMEDAY-1", "2026-12-25"})
    void refusesWhatIsNoDay(String rule) {
        assertThatThrownBy(() -> new ClosedDay(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a closed day such as 12-25");
    }

    @Test
    void aMarketIsClosedByItsOwnCalendar() {
        LocalDate thanksgiving = LocalDate.of(2026, 11, 26);
        LocalDate independence = LocalDate.of(2027, 9, 16);

        assertThat(Markets.acme().orFirst("US").isClosed(thanksgiving)).isTrue();
        assertThat(Markets.acme().orFirst("MX").isClosed(thanksgiving)).isFalse();
        assertThat(Markets.acme().orFirst("US").isClosed(independence)).isFalse();
        assertThat(Markets.acme().orFirst("MX").isClosed(independence)).isTrue();
    }
}
