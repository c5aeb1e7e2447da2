package com.acmecorp.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    private static final String LABEL = "a".repeat(63);

    @ParameterizedTest
    @CsvSource({
        "o'brien@example.com, o'brien@example.com",
        "' ann+plants@mail.example.co.uk ', ann+plants@mail.example.co.uk",
        "a@b.mx, a@b.mx",
        "\u200Eann@example.com\u200B, ann@example.com",
        "jos\u00E9@example.com, ''",
        "ann@b\u00FCcher.example, ann@xn--bcher-kva.example",
        "ann@\u4F8B\u3048.\u30C6\u30B9\u30C8, ann@xn--r8jz45g.xn--zckzah",
        "{odd}|/`=@example.com, {odd}|/`=@example.com",
    })
    void sendsToDomainsOfAnyScript(String typed, String sent) {
        assertThat(TextForm.EMAIL.fault(typed, 254).isEmpty()).isEqualTo(!sent.isEmpty());
        if (!sent.isEmpty()) {
            assertThat(EmailAddress.parse(typed).ascii()).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann",
                "@example.com",
                "ann@",
                "ann@@example.com",
                "ann@b@example.com",
                "ann@example",
                "ann@.com",
                "ann@example..com",
                "ann@example.com.",
                "ann@-example.com",
                "ann@example-.com",
                "ann@exa_mple.com",
                "ann@1.2.3.4",
                "ann@[1.2.3.4]",
                ".ann@example.com",
                "ann.@example.com",
                "an..n@example.com",
                "\"an n\"@example.com",
                "an n@example.com",
                "ann@example.com,bob@example.com",
                "ann@example.com\n",
                "ann@example.c",
                "Ann <ann@example.com>",
            })
    void refusesWhatNoServerTakes(String typed) {
        assertThat(TextForm.EMAIL.fault(typed, 254)).isPresent();
    }

    @Test
    void knowsHowLongEachPartMayBe() {
        assertThat(TextForm.EMAIL.fault("a".repeat(64) + "@example.com")).isEmpty();
        assertThat(TextForm.EMAIL.fault("a".repeat(65) + "@example.com")).isPresent();
        assertThat(TextForm.EMAIL.fault("a@" + LABEL + ".com")).isEmpty();
        assertThat(TextForm.EMAIL.fault("a@a" + LABEL + ".com")).isPresent();
        String domain = (LABEL + ".").repeat(3) + "a".repeat(56) + ".com";
        assertThat(TextForm.EMAIL.fault("a@" + domain)).isEmpty();
        assertThat(TextForm.EMAIL.fault("ab@" + domain)).isPresent();
    }

    @Test
    void measuresADomainAsItIsSent() {
        assertThat(TextForm.EMAIL.fault("a@" + "\u00FC".repeat(60) + ".com")).isPresent();
        assertThat(TextForm.EMAIL.fault("a@" + "\u00FC".repeat(20) + ".com")).isEmpty();
    }

    @Test
    void saysWhichCharacterCannotBeMailed() {
        assertThat(TextForm.EMAIL.fault("jos\u00E9@example.com"))
                .get()
                .asString()
                .contains("U+00E9 (LATIN SMALL LETTER E WITH ACUTE)", "in front of the @");
        assertThat(TextForm.EMAIL.fault("ann@stra\u00DFe.example"))
                .get()
                .asString()
                .contains("U+00DF", "xn--");
    }

    /** Machines nearby have names without a dot; a customer's address isn't one of them. */
    @Test
    void sendsToAMachineNearby() {
        assertThat(EmailAddress.parse("root@localhost").ascii()).isEqualTo("root@localhost");
        assertThatThrownBy(() -> EmailAddress.parse("root"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Win at http://evil.example",
                "HTTPS：／／evil",
                "www.evil.example",
                "ann@example.com",
                "ann＠example",
                "Go to evil.example/now",
                "evil.example",
            })
    void keepsNamesThatMailProgramsTurnIntoLinksOutOfMails(String name) {
        assertThat(MailText.name(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"J.R.R. Tolkien", "Ann Smith, Jr.", "St. John", "O'Brien", "AT&T"})
    void greetsPeopleByTheirNames(String name) {
        assertThat(MailText.name(name)).isEqualTo(name);
    }
}
