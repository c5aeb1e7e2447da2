package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Market;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class LetterWriterTest {

    private static final int HTML_LIMIT_BYTES = 1_500;
    private static final OrderId ORDER = new OrderId(86_757);
    private static final DeliveryTime TUESDAY_15_UTC = DeliveryTime.parse("1795532400000");

    private final LinkTokens tokens = new LinkTokens("a secret of the tests");
    private final LetterWriter writer = new LetterWriter(
            Markets.acme(),
            new LetterTemplates(),
            new CustomerLinks("https://shop.example", tokens));

    @Test
    void thanksForTheOrderInTheMarketsWordsAndMoney() {
        RenderedLetter us = write(new Letter.OrderReceived(to("US", "Sam"), new UsdCents(33_000)));
        RenderedLetter mx = write(new Letter.OrderReceived(to("MX", "Sam"), new UsdCents(33_000)));

        assertThat(us.subject()).isEqualTo("Thank you for your order 86757");
        assertThat(us.text()).startsWith("Hello Sam,\n\nthank you").contains("$330.00.");
        assertThat(us.html()).contains("lang=\"en\"", "Hello Sam,", "$330.00");
        assertThat(mx.subject()).isEqualTo("Gracias por tu pedido 86757");
        assertThat(mx.text()).startsWith("Hola, Sam:").contains("$6,600.00.");
        assertThat(mx.html()).contains("lang=\"es\"", "$6,600.00");
    }

    @Test
    void linksToTheBookingAndTheTrackingOfTheOrder() {
        RenderedLetter letter = write(new Letter.ReadyForDelivery(to("US", "Sam")));

        String delivery = "https://shop.example/delivery#order=86757&token=";
        assertThat(letter.subject()).isEqualTo("Your order 86757 is ready for delivery");
        assertThat(letter.text())
                .contains(
                        delivery + tokens.token(Purpose.BOOK_DELIVERY, ORDER) + "\n",
                        "https://shop.example/success#order=86757&token="
                                + tokens.token(Purpose.TRACK, ORDER)
                                + "\n");
        assertThat(letter.html()).contains("href=\"" + delivery.replace("&", "&amp;"));
    }

    @Test
    void tellsAddressAndTimeOfTheDeliveryInTheMarketsLanguageAndZone() {
        RenderedLetter us = write(confirmed("US", "2 Plant Street"));
        RenderedLetter mx = write(confirmed("MX", "Calle Planta 2"));

        assertThat(us.text())
                .contains("on Tuesday, November 24, 2026, 10:00 AM (Eastern Time)\n"
                        + "to 2 Plant Street, Townsville.");
        assertThat(mx.text())
                .contains("el martes, 24 de noviembre de 2026", "9:00 a.m. (", "Calle Planta 2");
        assertThat(us.html()).contains("<b>Tuesday, November 24, 2026, 10:00 AM (Eastern Time)");
    }

    static Stream<Letter> lettersToAProgrammer() {
        Addressee to = to("US", "<b onload='x'>\"&Sam\r\n\u2028.\r\nBcc: x");
        return Stream.of(
                new Letter.OrderReceived(to, new UsdCents(1)),
                new Letter.ReadyForDelivery(to),
                new Letter.DeliveryConfirmed(to, "<i>\n", "{{ name }}", TUESDAY_15_UTC));
    }

    @ParameterizedTest
    @MethodSource("lettersToAProgrammer")
    void keepsWhatCustomersTypedFromBecomingPartOfTheLetter(Letter letter) {
        RenderedLetter words = write(letter);

        assertThat(words.html())
                .contains("&lt;b onload=&#39;x&#39;&gt;&quot;&amp;Sam . Bcc: x")
                .doesNotContain("<b onload", "<i>");
        assertThat(words.text()).startsWith("Hello <b onload='x'>\"&Sam . Bcc: x,\n");
        assertThat(words.subject()).doesNotContain("Sam").matches("[^\\r\\n]+");
    }

    static Stream<Letter> lettersOfEveryMarket() {
        return Markets.acme().all().stream()
                .map(market -> to(market.market(), "María Fernanda Hernández de la Cruz"))
                .flatMap(to -> Stream.of(
                        new Letter.OrderReceived(to, new UsdCents(123_456_789)),
                        new Letter.ReadyForDelivery(to),
                        new Letter.DeliveryConfirmed(
                                to,
                                "Avenida de los Insurgentes Sur 1234, piso 5",
                                "San Miguel de Allende",
                                TUESDAY_15_UTC)));
    }

    @ParameterizedTest
    @MethodSource("lettersOfEveryMarket")
    void isSmallAndComplete(Letter letter) {
        RenderedLetter words = write(letter);

        assertThat(words.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(HTML_LIMIT_BYTES);
        for (String part : List.of(words.subject(), words.text(), words.html())) {
            assertThat(part).isNotBlank().contains("86757").doesNotContain("{{", "{%", "\u202f");
        }
    }

    @Test
    void hasWordsForEveryMarket() {
        assertThat(Markets.acme().all())
                .allSatisfy(market -> assertThat(LetterTemplates.LANGUAGES)
                        .contains(market.locale().getLanguage()));
    }

    @Test
    void writesEnglishWhereItHasNoWords() {
        Market elsewhere = new Market(
                "FR",
                "France",
                Currency.getInstance("EUR"),
                new BigDecimal("0.9"),
                Locale.FRANCE,
                ZoneId.of("Europe/Paris"));
        Addressee to = new Addressee(ORDER, "Sam", "sam@example.com", elsewhere, false);

        assertThat(write(new Letter.OrderReceived(to, new UsdCents(10_000))).text())
                .contains("Its total is 90,00 €.");
    }

    private RenderedLetter write(Letter letter) {
        return writer.write(letter);
    }

    private static Letter confirmed(String market, String street) {
        return new Letter.DeliveryConfirmed(
                to(market, "Sam"), street, "Townsville", TUESDAY_15_UTC);
    }

    private static Addressee to(String market, String name) {
        return new Addressee(ORDER, name, "sam@example.com", Markets.acme().orFirst(market), false);
    }
}
