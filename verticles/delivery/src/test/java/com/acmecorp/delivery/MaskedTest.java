package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.testing.LongTexts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, a…@example.com",
        "a@example.com, …@example.com",
        "😀plants@example.com, 😀…@example.com",
        "no address, …",
    })
    void leavesOfAnAddressItsFirstLetterAndItsDomain(String address, String shown) {
        assertThat(Masked.email(address)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "+1 (555) 010-9999, …9999",
        "5550100, …0100",
        "555010, …",
        "112, …",
    })
    void leavesOfANumberItsLastDigitsIfThatIsNotMostOfIt(String number, String shown) {
        assertThat(Masked.phone(number)).isEqualTo(shown);
    }

    @Test
    void masksLongTextsQuickly() {
        LongTexts.areJudgedQuickly(text -> Masked.email(Masked.phone(text) + text));
    }
}
