package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.acmecorp.platform.testing.LongTexts;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {

    @Test
    void isNameAndAddress() {
        assertThat(new Mailbox("Sam Person", "sam@example.com").header())
                .isEqualTo("Sam Person <sam@example.com>");
        assertThat(new Mailbox("", "sam@example.com").header()).isEqualTo("sam@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sam\r\nBcc: all@example.com",
                "Sam\nSubject: hello\n\nbody",
                "Sam <other@example.com>",
                "other@example.com, Sam",
                "\"Sam\" \\\" (x); <>",
                "José Núñez de la Peña y Villaseñor de los Santos Inocentes 🌵",
                "=?UTF-8?Q?=0D=0ABcc:_all@example.com?=",
                "\u2028Sam\u0000\u007f",
            })
    void keepsANameANameWhateverItIs(String name) throws AddressException {
        String header = new Mailbox(name, "sam@example.com").header();

        InternetAddress[] read = InternetAddress.parseHeader(unfolded(header), true);
        assertThat(read).hasSize(1);
        assertThat(read[0].getAddress()).isEqualTo("sam@example.com");
        assertThat(header.lines().skip(1)).allMatch(line -> line.startsWith(" "));
        assertThat(header).matches("[\\x20-\\x7e\\r\\n]*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sam",
                "@example.com",
                "sam@",
                "sam@@example.com",
                "sam@example.com\r\nRCPT TO:<all@example.com>",
                "sam@example.com>",
                "<sam@example.com",
                "sam,all@example.com",
                "sam @example.com",
                "\"sam\"@example.com",
                "sam@[127.0.0.1]",
                "sám@example.com",
                "sam@example..com",
            })
    void refusesWhatIsNoAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Mailbox("Sam", address));
    }

    @Test
    void refusesAnAddressOfMoreThan254Characters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mailbox("Sam", "s".repeat(243) + "@example.com"));
    }

    @Test
    void writesDomainsAsServersKnowThem() {
        assertThat(new Mailbox("Sam", "sam@exámple.mx").address())
                .isEqualTo("sam@xn--exmple-qta.mx");
    }

    @Test
    void readsTheShopsAddress() {
        Mailbox shop = Mailbox.parse("ACME Potted Plants <shop@acme.example>");

        assertThat(shop).isEqualTo(new Mailbox("ACME Potted Plants", "shop@acme.example"));
        assertThat(shop.domain()).isEqualTo("acme.example");
    }

    private static String unfolded(String header) {
        return header.replace("\r\n ", " ");
    }

    @Test
    void readsLongTextsQuickly() {
        LongTexts.areJudgedQuickly(text -> new Mailbox(text, "ann@example.com").header());
        LongTexts.areJudgedQuickly(OneLine::of);
        LongTexts.areJudgedQuickly(OrderedPlants::of);
    }
}
