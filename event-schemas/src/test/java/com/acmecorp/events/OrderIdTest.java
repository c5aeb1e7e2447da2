package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.List;

class OrderIdTest {

    static final List<Object> ANOTHER_FORM = List.of(
            7.0,
            BigInteger.TEN,
            true,
            "",
            " 7",
            "+7",
            "-7",
            "7.0",
            "0x7",
            "seven",
            "٧",
            "9".repeat(17),
            List.of(7));

    @ParameterizedTest
    @ValueSource(longs = {1, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, 9_007_199_254_740_991L})
    void isAnyWholeNumberThatAPageCanHold(long value) {
        assertThat(OrderId.parse(value)).isEqualTo(new OrderId(value)).hasToString("" + value);
        assertThat(OrderId.parse(String.valueOf(value))).isEqualTo(new OrderId(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 9_007_199_254_740_992L, Long.MAX_VALUE})
    void isWithinBounds(long value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderId(value));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderId.parse(value));
        assertThatIllegalArgumentException().isThrownBy(() -> OrderId.parse(String.valueOf(value)));
    }

    @ParameterizedTest
    @FieldSource("ANOTHER_FORM")
    void isNothingElse(Object json) {
        assertThatIllegalArgumentException().isThrownBy(() -> OrderId.parse(json));
    }

    @Test
    void isANumberInJson() {
        assertThat(EventJson.write(new OrderId(OrderId.MAX))).isEqualTo("9007199254740991");
        assertThat(EventJson.read("7", OrderId.class)).isEqualTo(new OrderId(7));
        assertThat(EventJson.read("\"007\"", OrderId.class)).isEqualTo(new OrderId(7));
    }
}
