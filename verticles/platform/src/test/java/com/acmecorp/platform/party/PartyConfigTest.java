package com.acmecorp.platform.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class PartyConfigTest {

    @Test
    void callsNobodyUnlessToldWhere() {
        Settings nothing = new Settings(List.of(), Map.of());
        PartyConfig config = PartyConfig.from(nothing, "stock");

        assertThat(config)
                .isEqualTo(new PartyConfig("", "", 5_000, new PartyLimits(32, 1_000, 5, 5_000)));
        assertThat(config.isSet()).isFalse();
        nothing.check();
    }

    @Test
    void readsEachSetting() {
        Settings settings = settings("""
                {"stock": {"url": "https://stock.example/v1/", "key": "a key", "timeoutMs": 1},
                 "parties": {"connections": 2, "connectTimeoutMs": 3, "failuresToOpen": 4, "pauseMs": 5}}
                """);
        PartyConfig config = PartyConfig.from(settings, "stock");

        assertThat(config)
                .isEqualTo(new PartyConfig(
                        "https://stock.example/v1", "a key", 1, new PartyLimits(2, 3, 4, 5)));
        assertThat(config.isSet()).isTrue();
        settings.check();
    }

    @Test
    void callsNobodyWhereASandboxIsAskedFor() {
        Settings settings = settings("{\"stock\": {\"url\": \"sandbox\"}}");

        assertThat(PartyConfig.from(settings, "stock").isSet()).isFalse();
        settings.check();
    }

    @Test
    void keepsItsKeyToItself() {
        assertThat(new PartyConfig("http://a.example", "secret", 1, new PartyLimits(2, 3, 4, 5)))
                .asString()
                .startsWith("PartyConfig[http://a.example, 1 ms, PartyLimits[")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock.example", "ftp://stock.example", "http://", "http://a b/"})
    void saysWhatIsNoAddress(String url) {
        Settings settings =
                new Settings(List.of(JsonObject.of("stock", JsonObject.of("url", url))), Map.of());
        PartyConfig.from(settings, "stock");

        assertThatThrownBy(settings::check)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "stock.url: expected a URL such as https://api.example.com, or sandbox, found "
                                + url);
    }

    @Test
    void tellsOnceWhatIsWrongWithALimitThatAllShare() {
        Settings settings = settings("{\"parties\": {\"connections\": 0}}");
        PartyConfig.from(settings, "stock");
        PartyConfig.from(settings, "finance");

        assertThatThrownBy(settings::check)
                .hasMessage(
                        "The configuration can't be used:\n"
                                + "  parties.connections: expected a whole number from 1 to 10000, found 0");
    }

    private static Settings settings(String json) {
        return new Settings(List.of(new JsonObject(json)), Map.of());
    }
}
