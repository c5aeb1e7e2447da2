package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class DeliveryTimeTest {

    @Test
    void isEpochMillisecondsAsATextInJson() {
        DeliveryTime time = EventJson.read("\"1767286800000\"", DeliveryTime.class);

        assertThat(time.instant()).isEqualTo(Instant.parse("2026-01-01T17:00:00Z"));
        assertThat(EventJson.write(time)).isEqualTo("\"1767286800000\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "noon", "1.5", "1000000000000000", "99999999999999999999"})
    void isNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeliveryTime.parse(text));
    }
}
