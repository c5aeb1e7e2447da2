package com.acmecorp.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class SettingsTest {

    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private static Settings of(String... layers) {
        return new Settings(List.of(layers).stream().map(JsonObject::new).toList(), Map.of());
    }

    private static Settings inEnvironment(String variable, String value) {
        return new Settings(List.of(), Map.of(variable, value));
    }

    @Test
    void hasADefaultForEverything() {
        Settings settings = of();

        assertThat(settings.text("a.text", "what it is", "")).isEmpty();
        assertThat(settings.number("a.port", "what it is", 8080, 1, 65_535)).isEqualTo(8080);
        assertThat(settings.flag("a.flag", "what it is", true)).isTrue();
        assertThat(settings.share("a.share", "what it is", 0.5)).isEqualTo(0.5);
        assertThat(settings.choice("a.colour", "what it is", "red", COLOURS)).isEqualTo("red");
        assertThat(settings.choices("a.colours", "what it is", COLOURS, COLOURS))
                .isEqualTo(COLOURS);
        assertThatNoException().isThrownBy(settings::check);
    }

    @Test
    void tellsWhatWasAskedForAndItsDefault() {
        Settings settings = of("{\"a\":{\"port\":1,\"other\":2}}");
        settings.number("a.port", "what it is", 8080, 1, 65_535);
        settings.choices("a.colours", "what it is", COLOURS, COLOURS);

        assertThat(settings.known())
                .containsExactly(
                        new Setting("a.port", "what it is", 8080),
                        new Setting("a.colours", "what it is", COLOURS));
        assertThat(settings.known())
                .map(Setting::standardText)
                .containsExactly("8080", "red,green,blue");
    }

    @Test
    void readsWhatIsSet() {
        Settings settings = of(
                "{'a':{'text':'x','port':1,'flag':true,'share':1,'colour':'blue','colours':['red','blue']}}"
                        .replace('\'', '"'));

        assertThat(settings.text("a.text", "what it is", "")).isEqualTo("x");
        assertThat(settings.number("a.port", "what it is", 8080, 1, 65_535)).isEqualTo(1);
        assertThat(settings.flag("a.flag", "what it is", false)).isTrue();
        assertThat(settings.share("a.share", "what it is", 0)).isEqualTo(1);
        assertThat(settings.choice("a.colour", "what it is", "red", COLOURS)).isEqualTo("blue");
        assertThat(settings.choices("a.colours", "what it is", COLOURS, COLOURS))
                .containsExactly("red", "blue");
        assertThatNoException().isThrownBy(settings::check);
    }

    @Test
    void readsALaterLayerOverAnEarlierOne() {
        Settings settings =
                of("{\"a\":{\"b\":1,\"c\":1}}", "{\"a\":{\"c\":2,\"d\":null}}", "{\"a.d\":3}");

        assertThat(settings.number("a.b", "what it is", 0, 0, 9)).isEqualTo(1);
        assertThat(settings.number("a.c", "what it is", 0, 0, 9)).isEqualTo(2);
        assertThat(settings.number("a.d", "what it is", 0, 0, 9)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "contexts, ACME_CONTEXTS",
        "http.port, ACME_HTTP_PORT",
        "email.replyTimeoutMs, ACME_EMAIL_REPLY_TIMEOUT_MS",
        "aws.sqs.waitTimeS, ACME_AWS_SQS_WAIT_TIME_S",
        "order.b2bShare, ACME_ORDER_B2B_SHARE"
    })
    void readsTheEnvironmentOverAllLayers(String key, String variable) {
        Settings settings =
                new Settings(List.of(new JsonObject().put(key, "file")), Map.of(variable, "set"));

        assertThat(settings.text(key, "what it is", "")).isEqualTo("set");
    }

    @Test
    void readsTextsOfTheEnvironmentAsWhatTheyMean() {
        assertThat(inEnvironment("ACME_A_PORT", "65535")
                        .number("a.port", "what it is", 1, 1, 65_535))
                .isEqualTo(65_535);
        assertThat(inEnvironment("ACME_A_FLAG", "false").flag("a.flag", "what it is", true))
                .isFalse();
        assertThat(inEnvironment("ACME_A_SHARE", "0.25").share("a.share", "what it is", 0))
                .isEqualTo(0.25);
        assertThat(inEnvironment("ACME_A_COLOURS", "red , blue")
                        .choices("a.colours", "what it is", COLOURS, COLOURS))
                .containsExactly("red", "blue");
    }

    @Test
    void saysEverythingThatIsWrongAtOnceWithPathAndExpectation() {
        Settings settings = of(
                "{'a':{'text':true,'port':0,'flag':'yes','share':1.5,'colour':'pink','colours':['red','pink']}}"
                        .replace('\'', '"'));

        assertThat(settings.number("a.port", "what it is", 8080, 1, 65_535)).isEqualTo(8080);
        settings.text("a.text", "what it is", "");
        settings.flag("a.flag", "what it is", true);
        settings.share("a.share", "what it is", 0);
        settings.choice("a.colour", "what it is", "red", COLOURS);
        settings.choices("a.colours", "what it is", COLOURS, COLOURS);
        settings.error("a.timeoutMs", "must be longer than a.delayMs");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(settings::check)
                .withMessage("""
                        The configuration can't be used:
                          a.port: expected a whole number from 1 to 65535, found 0
                          a.text: expected a text, found true
                          a.flag: expected true or false, found yes
                          a.share: expected a number from 0 to 1, found 1.5
                          a.colour: expected one of red, green, blue, found pink
                          a.colours: expected some of red, green, blue, found red, pink
                          a.timeoutMs: must be longer than a.delayMs""");
    }

    @ParameterizedTest
    @CsvSource({"0", "65536", "99999999999", "8080.0", "1e3", "' 80'", "''", "eighty"})
    void refusesANumberOutOfBoundsOrForm(String port) {
        Settings settings = inEnvironment("ACME_HTTP_PORT", port);
        settings.number("http.port", "what it is", 8080, 1, 65_535);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(settings::check)
                .withMessageContaining(
                        "http.port: expected a whole number from 1 to 65535, found " + port);
    }

    @Test
    void refusesASettingThatNobodyReadsAndNamesTheNearestOne() {
        Settings settings =
                of("{'htp':{'port':1},'http':{'prot':null},'Colour':'red'}".replace('\'', '"'));
        settings.number("http.port", "what it is", 8080, 1, 65_535);
        settings.text("shop.colour", "what it is", "");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(settings::check)
                .withMessage("""
                        The configuration can't be used:
                          Colour: there is no such setting; the nearest is shop.colour
                          htp.port: there is no such setting; the nearest is http.port
                          http.prot: there is no such setting; the nearest is http.port""");
    }

    @ParameterizedTest
    @CsvSource({
        "ACME_HTTP_PUBLC_PORT",
        "ACME_HTTP_PUBLICPORT",
        "ACME_http_publicPort",
        "acme_http_public_port",
        "ACME__HTTP_PUBLIC_PORT",
        "ACME_HTTP_PUBLIC_PORTS",
        "ACME_PUBLIC_PORT"
    })
    void refusesAMisspeltVariableAndNamesTheNearestOne(String variable) {
        Settings settings = inEnvironment(variable, "a secret");
        settings.number("http.publicPort", "what it is", 8080, 0, 65_535);
        settings.number("http.privatePort", "what it is", 8081, 0, 65_535);
        settings.number("email.smtpPort", "what it is", 587, 0, 65_535);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(settings::check)
                .withMessage(
                        "The configuration can't be used:\n  %s: there is no such setting;"
                                + " the nearest is ACME_HTTP_PUBLIC_PORT",
                        variable);
    }

    @Test
    void leavesVariablesToWhoeverTheyBelongTo() {
        Settings settings = new Settings(
                List.of(),
                Map.of(
                        "PATH", "/bin",
                        "ACMETOOL_DIR", "/opt",
                        "ACME_JAVA_OPTS", "-Xmx1g",
                        "ACME_TEST_MYSQL_URL", "mysql://db:3306/test",
                        "ACME_WEB_SERVICE_HOST", "10.0.0.1",
                        "ACME_WEB_SERVICE_PORT_HTTP", "80",
                        "ACME_WEB_PORT", "tcp://10.0.0.1:80",
                        "ACME_WEB_PORT_80_TCP_ADDR", "10.0.0.1"));
        settings.number("http.publicPort", "what it is", 8080, 0, 65_535);

        assertThatNoException().isThrownBy(settings::check);
    }

    @Test
    void explainsAValueWhereAGroupIsExpected() {
        Settings settings = of("{\"http\":8080}");
        settings.number("http.port", "what it is", 8080, 1, 65_535);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(settings::check)
                .withMessageContaining("http: there is no such setting; the nearest is http.port");
    }
}
