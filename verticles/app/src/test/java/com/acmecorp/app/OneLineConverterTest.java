package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.LoggingEvent;

import org.junit.jupiter.api.Test;

class OneLineConverterTest {

    @Test
    void letsNoTextBeginALineOfItsOwn() {
        assertThat(convert("a\n12:00 ERROR Forged")).isEqualTo("a 12:00 ERROR Forged");
        assertThat(convert("a\r12:00 ERROR Forged")).isEqualTo("a 12:00 ERROR Forged");
        assertThat(convert("bell\u0007 escape\u001b[31m delete\u007f"))
                .isEqualTo("bell  escape [31m delete ");
    }

    @Test
    void leavesWhatPeopleWrite() {
        assertThat(convert("Niño´s café ☕")).isEqualTo("Niño´s café ☕");
    }

    @Test
    void leavesTheIndentedLinesOfTheBanner() {
        String banner = "ACME\n  shop  http://localhost:8080\n\n";

        assertThat(convert(banner)).isEqualTo(banner);
    }

    private static String convert(String said) {
        LoggingEvent line = new LoggingEvent();
        line.setMessage(said);
        return new OneLineConverter().convert(line);
    }
}
