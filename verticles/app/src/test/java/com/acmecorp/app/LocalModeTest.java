package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.SettingsException;
import com.acmecorp.web.WebPorts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Unasked, sandboxes and test orders are there only where no stranger and no money can come near. */
class LocalModeTest {

    private static final String HERE = "http://127.0.0.1:8090";

    private static final Map<String, String> SANDBOXES = Map.of(
            "order.paymentUrls", "Blank of America=sandbox,El Banco Blanco=sandbox",
            "stock.url", "sandbox",
            "finance.url", "sandbox",
            "delivery.url", "sandbox",
            "email.smtpHost", "sandbox");

    private static final List<String> ALL = List.of(
            "Blank of America",
            "El Banco Blanco",
            "the stockist",
            "the bookkeeper",
            "the delivery partner",
            "the mail server");

    @Test
    void takesTestOrdersAndPlaysEveryPartyOnALaptop() {
        assertThat(trust(Map.of())).isEqualTo(new Trust(ALL, true));
    }

    @Test
    void remainsOnWithPartiesOnThisMachine() {
        Trust trust = trust(Map.of(
                "order.paymentUrls",
                "Blank of America=" + HERE,
                "stock.url",
                HERE,
                "email.smtpHost",
                "localhost"));

        assertThat(trust.testOrders()).isTrue();
        assertThat(trust.sandboxes())
                .containsExactly("El Banco Blanco", "the bookkeeper", "the delivery partner");
    }

    @ParameterizedTest
    @CsvSource({
        "database.url, mysql://127.0.0.1:3306/acme, database.url is set",
        "http.publicHost, 0.0.0.0, http.publicHost is 0.0.0.0",
        "http.publicHost, ::, http.publicHost is ::",
        "http.publicHost, 127.0.0.1.example.com, http.publicHost is 127.0.0.1.example.com",
        "email.shopUrl, https://shop.example, email.shopUrl is https://shop.example"
    })
    void needsAYesForTestOrdersWhereOthersMayCome(String setting, String value, String reason) {
        Map<String, String> open = new HashMap<>(SANDBOXES);
        open.put(setting, value);
        assertThat(trust(open)).isEqualTo(new Trust(ALL, false));

        open.put("order.acceptTestOrders", "true");
        assertThat(trust(open)).isEqualTo(new Trust(ALL, true));

        assertThatThrownBy(() -> trust(Map.of(setting, value)))
                .as("no party is a sandbox in silence, and all are named at once")
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "order.paymentUrls: needs an address for Blank of America and El Banco Blanco, or")
                .hasMessageContaining(
                        "stock.url: needs an address for the stockist, or the word sandbox")
                .hasMessageContaining("finance.url: needs")
                .hasMessageContaining("delivery.url: needs")
                .hasMessageContaining("email.smtpHost: needs")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "order.paymentUrls, Blank of America=https://bank.example",
        "stock.url, https://stock.example",
        "finance.url, https://books.example",
        "delivery.url, https://vans.example",
        "email.smtpHost, smtp.example"
    })
    void endsWithTheFirstPartyThatIsReal(String setting, String address) {
        assertThatThrownBy(() -> trust(Map.of(setting, address)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("order.paymentUrls: needs an address for ")
                .hasMessageContaining(setting + " leads to another machine");
    }

    @Test
    void asksOnlyForThePartiesOfTheContextsThatRunHere() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "contexts", "stock,operations,web",
                "events.transport", "eventbridge",
                "aws.region", "eu-north-1",
                "links.secret", "sixteen letters!",
                "database.url", "http://db.example:8081/database"));
        assertThatThrownBy(() -> trust(settings))
                .hasMessage(
                        "The configuration can't be used:\n  stock.url: needs an address for the stockist,"
                                + " or the word sandbox to have that played here; only in local mode it may be left out,"
                                + " and database.url is set");

        settings.put("stock.url", "https://stock.example");
        assertThat(trust(settings)).isEqualTo(new Trust(List.of(), false));
    }

    @Test
    void isToldByTheBanner() {
        assertThat(banner(new Trust(List.of("the stockist"), true)))
                .contains("Sandbox   the stockist: played here, nobody is charged")
                .contains("Caution   test orders are taken: whoever sends one names its price")
                .contains("\"testId\": 1");
        assertThat(banner(new Trust(List.of(), false)))
                .doesNotContain("Sandbox", "Caution", "testId");
    }

    private static String banner(Trust trust) {
        return new Banner(
                        Optional.of(new WebPorts(8080, 8081)),
                        List.of(),
                        Path.of("data"),
                        Duration.ZERO,
                        trust)
                .text();
    }

    private static Trust trust(Map<String, String> settings) {
        return Configuration.read(List.of(), settings, Map.of()).app().trust();
    }
}
