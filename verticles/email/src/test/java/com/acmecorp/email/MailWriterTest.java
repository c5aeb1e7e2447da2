package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.Market;
import com.acmecorp.events.Markets;
import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.Settlement;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class MailWriterTest {

    private static final int HTML_LIMIT_BYTES = 6_000;
    private static final OrderId ORDER = new OrderId(86_757);
    private static final DeliveryTime TUESDAY_15_UTC = DeliveryTime.parse("1795532400000");

    private final LinkTokens tokens = new LinkTokens("a secret of the tests");
    private final MailWriter writer = new MailWriter(
            Markets.acme(), new MailTemplates(), new CustomerLinks("https://shop.example", tokens));

    @Test
    void thanksForTheOrderInTheMarketsWordsAndMoney() {
        RenderedMail us = write(received("US", "BB001,LB001,BB001"));
        RenderedMail mx = write(received("MX", "BB001,LB001,BB001"));

        assertThat(us.subject()).isEqualTo("Thank you for your order 86757");
        assertThat(us.text())
                .startsWith("Hello Sam,\n\nWe have received")
                .contains("Order 86757\n2 × Basic bonsai\n1 × Lush bracken\nTotal: $330.00 USD\n");
        assertThat(us.html()).contains("lang=\"en\"", "Hello Sam,", "$330.00 USD");
        assertThat(mx.subject()).isEqualTo("Gracias por tu pedido 86757");
        assertThat(mx.text())
                .startsWith("Hola, Sam:")
                .contains(
                        "Pedido 86757\n2 × Basic bonsai\n1 × Lush bracken\nTotal: $6,600.00 MXN\n");
        assertThat(mx.html()).contains("lang=\"es\"", "$6,600.00 MXN");
    }

    @Test
    void greetsWithoutANameThatCouldBecomeALink() {
        RenderedMail us =
                write(new CustomerMail.ReadyForDelivery(to("US", "Win at http://evil.example")));
        RenderedMail mx = write(new CustomerMail.ReadyForDelivery(to("MX", "eve@evil.example")));

        assertThat(us.text()).startsWith("Hello,\n").doesNotContain("evil");
        assertThat(us.html()).contains("Hello,<").doesNotContain("evil");
        assertThat(mx.text()).startsWith("Hola:\n").doesNotContain("evil");
        assertThat(write(confirmed("US", "1 St www.evil.example")).html()).doesNotContain("evil");
    }

    @Test
    void showsANameAsItIsWhateverHtmlMakesOfIt() {
        RenderedMail mail =
                write(new CustomerMail.ReadyForDelivery(to("US", "<b>\"{{ 7 }}\" & 'x'")));

        assertThat(mail.text()).startsWith("Hello <b>\"{{ 7 }}\" & 'x',");
        assertThat(mail.html())
                .contains("Hello &lt;b&gt;&quot;{{ 7 }}&quot; &amp; &#39;x&#39;,")
                .doesNotContain("<b>");
    }

    @Test
    void listsNotEndlesslyManyPlantsAndCallsUnknownOnesByTheirNumber() {
        String products = IntStream.range(0, 300)
                .mapToObj(i -> "TEST" + i)
                .collect(Collectors.joining(" , ", "TEST0,", ""));

        String text = write(received("US", products)).text();

        assertThat(text)
                .contains("2 × TEST0\n1 × TEST1\n", "1 × TEST19\n280 × other plants\nTotal")
                .doesNotContain("TEST20");
    }

    @Test
    void listsNoPlantsWhereNobodySaysWhichTheyAre() {
        assertThat(write(received("US", "")).text()).contains("Order 86757\nTotal: $330.00 USD\n");
    }

    @Test
    void linksToTheBookingAndTheTrackingOfTheOrder() {
        RenderedMail mail = write(new CustomerMail.ReadyForDelivery(to("US", "Sam")));

        String delivery = "https://shop.example/delivery#order=86757&token=";
        assertThat(mail.subject()).isEqualTo("Your order 86757 is ready for delivery");
        assertThat(mail.text())
                .contains(
                        delivery + tokens.token(Purpose.BOOK_DELIVERY, ORDER) + "\n",
                        "https://shop.example/success#order=86757&token="
                                + tokens.token(Purpose.TRACK, ORDER)
                                + "&manage="
                                + tokens.token(Purpose.MANAGE, ORDER)
                                + "\n");
        assertThat(mail.html()).contains("href=\"" + delivery.replace("&", "&amp;"));
    }

    @ParameterizedTest
    @MethodSource("mailsOfEveryMarket")
    void hasOneButton(CustomerMail mail) {
        boolean asksForATime = mail instanceof CustomerMail.ReadyForDelivery
                || mail instanceof CustomerMail.DeliveryReminder;
        String page = asksForATime ? "/delivery" : "/success";

        assertThat(Pattern.compile("mso-padding-alt:[^>]+><a href=\"([^\"#]+)#")
                        .matcher(write(mail).html())
                        .results()
                        .map(button -> button.group(1)))
                .containsExactly("https://shop.example" + page);
    }

    @Test
    void tellsAddressAndTimeOfTheDeliveryInTheMarketsLanguageAndZone() {
        RenderedMail us = write(confirmed("US", "2 Plant Street"));
        RenderedMail mx = write(confirmed("MX", "Calle Planta 2"));

        assertThat(us.text())
                .contains(
                        "When:\nTuesday, November 24, 2026\n10:00 AM (Eastern Time)\n",
                        "Where:\n2 Plant Street\nTownsville\n",
                        "You can change it once");
        assertThat(mx.text())
                .contains(
                        "Cuándo:\nMartes, 24 de noviembre de 2026\n9:00 a.m. (hora central)\n",
                        "Dónde:\nCalle Planta 2\nTownsville\n",
                        "Puedes cambiarlo una vez");
        assertThat(us.html()).contains("Tuesday, November 24, 2026<br>10:00 AM (Eastern Time)");
    }

    @Test
    void writesInTheReadersLanguageWhateverTheMarket() {
        Addressee spanish = to("US", "Sam", "es", null);
        Addressee english = to("MX", "Sam", "en", null);

        assertThat(write(new CustomerMail.OrderReceived(
                                spanish, OrderedPlants.of("BB001"), price(spanish, 33_000)))
                        .text())
                .startsWith("Hola, Sam:")
                .contains("Total: $330.00 USD");
        assertThat(write(new CustomerMail.OrderReceived(
                                english, OrderedPlants.of("BB001"), price(english, 33_000)))
                        .text())
                .startsWith("Hello Sam,")
                .contains("Total: $6,600.00 MXN");
    }

    @ParameterizedTest
    @CsvSource({
        "US, , HI,  'Tuesday, November 24, 2026\n5:00 AM (Hawaii'",
        "US, , AZ,  'Tuesday, November 24, 2026\n8:00 AM (Mountain'",
        "US, es, CA, 'Martes, 24 de noviembre de 2026\n7:00 a.m. (hora del Pac\u00EDfico'",
        "MX, , BC,  'Martes, 24 de noviembre de 2026\n7:00 a.m. (hora del Pac\u00EDfico'",
        "MX, en, Quintana Roo, 'Tuesday, November 24, 2026\n10:00 AM (Eastern'"
    })
    void tellsTheTimeByTheClockWhereThePlantsGo(
            String market, @Nullable String language, String state, String said) {
        CustomerMail mail = new CustomerMail.DeliveryConfirmed(
                to(market, "Sam", language, state), "1 St", "Town", TUESDAY_15_UTC, 0);

        assertThat(write(mail).text()).contains(said);
    }

    @Test
    void saysWhatGoesBackOfACancelledOrder() {
        RenderedMail us = write(cancelled("US"));
        RenderedMail mx = write(cancelled("MX"));

        assertThat(us.subject()).isEqualTo("Your order 86757 is cancelled");
        assertThat(us.text()).contains("Total: $330.00 USD\n", "goes back", "invoice is void");
        assertThat(mx.subject()).isEqualTo("Tu pedido 86757 está cancelado");
        assertThat(mx.text()).contains("Total: $6,600.00 MXN\n", "devolvemos", "sin efecto");
    }

    /** Line by line, but for the addresses of links, which the HTML has behind their words. */
    @ParameterizedTest
    @MethodSource("mailsOfEveryMarket")
    void saysTheSameInBothVersions(CustomerMail mail) {
        RenderedMail words = write(mail);
        String seen = plain(words.html()
                .replaceFirst("(?s)^.*</style>", "")
                .replaceAll("<!--.*?-->", "")
                .replaceAll("<[^>]+>", " "));

        assertThat(words.text().lines().filter(line -> !line.startsWith("http")))
                .allSatisfy(line -> assertThat(seen).contains(plain(line)));
        assertThat(words.text().lines().filter(line -> line.startsWith("http")))
                .allSatisfy(link -> assertThat(words.html())
                        .contains("href=\"" + link.replace("&", "&amp;") + '"'));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s:]+", " ")
                .replace(" ,", ",")
                .replace(" .", ".")
                .strip();
    }

    @ParameterizedTest
    @MethodSource("mailsOfEveryMarket")
    void needsNothingFromElsewhere(CustomerMail mail) {
        assertThat(write(mail).html())
                .doesNotContain("<img", "<link", "<script", "url(", "@import")
                .contains("<meta name=\"supported-color-schemes\" content=\"light dark\">");
    }

    static Stream<CustomerMail> mailsToAProgrammer() {
        Addressee to = to("US", "<b onload='x'>\"&Sam\r\n\u2028.\r\nBcc: x");
        return Stream.of(
                new CustomerMail.OrderReceived(to, OrderedPlants.of("<i>,{{name}}"), price(to, 1)),
                new CustomerMail.ReadyForDelivery(to),
                new CustomerMail.DeliveryReminder(to, 1),
                new CustomerMail.DeliveryConfirmed(to, "<i>\n", "{{ name }}", TUESDAY_15_UTC, 0),
                new CustomerMail.OrderLinks(to, "1"),
                new CustomerMail.OrderCancelled(to, price(to, 1), Settlement.PAID));
    }

    @ParameterizedTest
    @MethodSource("mailsToAProgrammer")
    void keepsWhatCustomersTypedFromBecomingPartOfTheMail(CustomerMail mail) {
        RenderedMail words = write(mail);

        assertThat(words.html())
                .contains("&lt;b onload=&#39;x&#39;&gt;&quot;&amp;Sam . Bcc: x")
                .doesNotContain("<b onload", "<i>");
        assertThat(words.text()).startsWith("Hello <b onload='x'>\"&Sam . Bcc: x,\n");
        assertThat(words.subject()).doesNotContain("Sam").matches("[^\\r\\n]+");
    }

    static Stream<CustomerMail> mailsOfEveryMarket() {
        return Markets.acme().all().stream()
                .map(market -> to(market.market(), "María Fernanda Hernández de la Cruz"))
                .flatMap(to -> Stream.of(
                        new CustomerMail.OrderReceived(
                                to,
                                OrderedPlants.of("LB001,LB002,EX001,EX002,BB001,BB002"),
                                price(to, 123_456_789)),
                        new CustomerMail.ReadyForDelivery(to),
                        new CustomerMail.DeliveryReminder(to, 1),
                        new CustomerMail.DeliveryConfirmed(
                                to,
                                "Avenida de los Insurgentes Sur 1234, piso 5",
                                "San Miguel de Allende",
                                TUESDAY_15_UTC,
                                0),
                        new CustomerMail.OrderLinks(to, "1"),
                        new CustomerMail.OrderCancelled(to, price(to, 123_456_789), null),
                        new CustomerMail.OrderCancelled(
                                to, price(to, 123_456_789), Settlement.PAID),
                        new CustomerMail.OrderCancelled(
                                to, price(to, 123_456_789), Settlement.INVOICE)));
    }

    @ParameterizedTest
    @MethodSource("mailsOfEveryMarket")
    void isSmallAndComplete(CustomerMail mail) {
        RenderedMail words = write(mail);

        assertThat(words.html().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(HTML_LIMIT_BYTES);
        for (String part : List.of(words.subject(), words.text(), words.html())) {
            assertThat(part).isNotBlank().contains("86757").doesNotContain("{{", "{%", "\u202f");
        }
    }

    @Test
    void callsEveryPlantOfTheCatalogueByItsName() throws IOException {
        JsonArray catalogue = new JsonArray(Files.readString(Path.of("../../conf/catalogue.json")));

        assertThat(catalogue).hasSize(6).allSatisfy(row -> {
            String sku = ((JsonObject) row).getString("sku");
            assertThat(PlantNames.acme().of(sku)).isEqualTo(((JsonObject) row).getString("name"));
        });
    }

    @Test
    void hasWordsForEveryMarket() {
        assertThat(Markets.acme().all())
                .allSatisfy(market -> assertThat(MailTemplates.LANGUAGES)
                        .contains(market.locale().getLanguage()));
    }

    @ParameterizedTest
    @CsvSource({
        "US, PAID, $330.00 USD goes back to where, invoice",
        "US, INVOICE, The invoice is void, goes back",
        "MX, PAID, 'Te devolvemos $6,600.00 MXN', factura",
        "MX, INVOICE, La factura queda sin efecto, devolvemos"
    })
    void saysOfACancelledOrderWhatItsSettlementMeans(
            String market, Settlement settlement, String said, String notSaid) {
        RenderedMail words = write(cancelled(market, settlement));

        assertThat(words.text()).contains(said).doesNotContain(notSaid);
        assertThat(words.html()).contains(said).doesNotContain(notSaid);
    }

    /** Its market had another currency then, and no fractions. */
    @Test
    void showsWhatWasChargedInItsOwnCurrency() {
        Money yen = new Money(33_000, Currency.getInstance("JPY"));

        CustomerMail mail =
                new CustomerMail.OrderReceived(to("US", "Sam"), OrderedPlants.of("BB001"), yen);

        assertThat(write(mail).text()).contains("Total: ¥33,000 JPY\n");
    }

    @Test
    void writesEnglishWhereItHasNoWords() {
        Market elsewhere = new Market(
                "FR",
                "France",
                Currency.getInstance("EUR"),
                new BigDecimal("0.9"),
                Locale.FRANCE,
                ZoneId.of("Europe/Paris"),
                List.of());
        Reader reader = Reader.of(elsewhere, null, null, null);
        Addressee to = new Addressee(ORDER, "Sam", "sam@example.com", elsewhere, reader, false, 0);

        CustomerMail mail =
                new CustomerMail.OrderReceived(to, OrderedPlants.of("BB001"), price(to, 10_000));

        assertThat(write(mail).text()).contains("1 × Basic bonsai\nTotal: 90,00 € EUR\n");
    }

    private RenderedMail write(CustomerMail mail) {
        return writer.write(mail);
    }

    private static CustomerMail received(String market, String products) {
        Addressee to = to(market, "Sam");
        return new CustomerMail.OrderReceived(to, OrderedPlants.of(products), price(to, 33_000));
    }

    private static CustomerMail cancelled(String market) {
        return cancelled(market, null);
    }

    private static CustomerMail cancelled(String market, @Nullable Settlement settlement) {
        Addressee to = to(market, "Sam");
        return new CustomerMail.OrderCancelled(to, price(to, 33_000), settlement);
    }

    private static Money price(Addressee to, long usdCents) {
        return to.market().localPrice(new UsdCents(usdCents));
    }

    private static CustomerMail confirmed(String market, String street) {
        return new CustomerMail.DeliveryConfirmed(
                to(market, "Sam"), street, "Townsville", TUESDAY_15_UTC, 0);
    }

    private static Addressee to(String market, String name) {
        return to(market, name, null, null);
    }

    private static Addressee to(
            String code, String name, @Nullable String language, @Nullable String state) {
        Market market = Markets.acme().orFirst(code);
        Reader reader = Reader.of(market, language, state, null);
        return new Addressee(ORDER, name, "sam@example.com", market, reader, false, 0);
    }
}
