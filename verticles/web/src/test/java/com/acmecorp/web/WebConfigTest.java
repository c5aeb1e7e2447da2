package com.acmecorp.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;
import com.acmecorp.web.admission.AdmissionConfig;
import com.acmecorp.web.limit.LimitsConfig;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

class WebConfigTest {

    private static final LimitsConfig LIMITS =
            new LimitsConfig(false, List.of(), 30, 300, 120, 20, 10, 10, 30, 50, 256, 3, 30);
    private static final String KEY = "a key of many letters";

    @Test
    void hasDefaults() {
        assertThat(config(new JsonObject()))
                .isEqualTo(new WebConfig(
                        "127.0.0.1",
                        8080,
                        "127.0.0.1",
                        8081,
                        "",
                        4_500,
                        Set.of(),
                        65_536,
                        60,
                        10_000,
                        10,
                        20,
                        "",
                        true,
                        500,
                        1_000,
                        600,
                        5,
                        new AdmissionConfig(128, 256, 400),
                        LIMITS));
    }

    @Test
    void readsEverySetting(@TempDir Path pages) {
        JsonObject http = new JsonObject()
                .put("publicHost", "192.0.2.1")
                .put("publicPort", 80)
                .put("privateHost", "192.0.2.2")
                .put("privatePort", 81)
                .put("privateKey", KEY)
                .put("privateBudgetMs", 3_000)
                .put("corsOrigins", "https://shop.example.com, http://localhost:5173")
                .put("maxBodyBytes", 1_024)
                .put("idleTimeoutSeconds", 10)
                .put("mostConnections", 9)
                .put("firstRequestSeconds", 8)
                .put("requestSeconds", 7)
                .put("staticFolder", pages.toString())
                .put("graphiql", false)
                .put("mostStreams", 7)
                .put("streamPollMs", 2_000)
                .put("streamMaxSeconds", 30)
                .put("shutdownSeconds", 1);

        assertThat(config(http))
                .isEqualTo(new WebConfig(
                        "192.0.2.1",
                        80,
                        "192.0.2.2",
                        81,
                        KEY,
                        3_000,
                        Set.of("https://shop.example.com", "http://localhost:5173"),
                        1_024,
                        10,
                        9,
                        8,
                        7,
                        pages.toString(),
                        false,
                        7,
                        2_000,
                        30,
                        1,
                        new AdmissionConfig(128, 256, 400),
                        LIMITS));
    }

    @Test
    void demandsAKeyWhereOthersCanReachThePrivateApi() {
        assertThatThrownBy(() -> config(JsonObject.of("privateHost", "0.0.0.0")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "http.privateKey: is needed, for the private API listens on 0.0.0.0");
        assertThatCode(() -> config(JsonObject.of("privateHost", "0.0.0.0", "privateKey", KEY)))
                .doesNotThrowAnyException();
        assertThatCode(() -> config(JsonObject.of("privateHost", "::1")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAKeyThatCanBeGuessed() {
        assertThatThrownBy(() -> config(JsonObject.of("privateKey", "short")))
                .hasMessageContaining("http.privateKey: needs at least 16 characters");
    }

    @Test
    void refusesAnOriginThatNoBrowserSends() {
        assertThatThrownBy(() -> config(JsonObject.of("corsOrigins", "https://shop.example.com/")))
                .hasMessageContaining(
                        "http.corsOrigins: expected origins such as https://shop.example.com");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> config(JsonObject.of("staticFolder", "no/such/folder")))
                .hasMessageContaining("http.staticFolder: there is no folder no/such/folder");
    }

    @Test
    void keepsItsKeyToItself() {
        assertThat(config(JsonObject.of("privateKey", KEY))).asString().doesNotContain(KEY);
    }

    private static WebConfig config(JsonObject http) {
        Settings settings = new Settings(List.of(JsonObject.of("http", http)), Map.of());
        WebConfig config = WebConfig.from(settings);
        settings.check();
        return config;
    }
}
