package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Currency;
import java.util.Locale;

class AmountsTest {

    private static final Currency USD = Currency.getInstance("USD");

    @ParameterizedTest
    @CsvSource({
        "0, $0",
        "10000, $100",
        "9950, $99.50",
        "9905, $99.05",
        "5, $0.05",
        "123456789, $1234567.89"
    })
    void usdCentsReadAsPeopleWriteThem(long cents, String text) {
        assertThat(new UsdCents(cents)).hasToString(text);
    }

    @Test
    void usdCentsReadTheSameWhereDigitsAndPointsDiffer() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(new UsdCents(9950)).hasToString("$99.50");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 15000, 150.00 USD",
        "MXN, 5, 0.05 MXN",
        "JPY, 22500, 22500 JPY",
        "KWD, 1, 0.001 KWD"
    })
    void moneyHasItsCurrencysDecimals(String currency, long minorUnits, String text) {
        assertThat(new Money(minorUnits, Currency.getInstance(currency))).hasToString(text);
    }

    @Test
    void pricesAddUpButNeverWrapAround() {
        assertThat(new UsdCents(15_000).plus(new UsdCents(12_550))).isEqualTo(new UsdCents(27_550));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new UsdCents(Long.MAX_VALUE).plus(new UsdCents(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void amountsAreNotNegative(long amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UsdCents(amount));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(amount, USD));
    }
}
