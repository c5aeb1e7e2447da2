package com.acmecorp.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.party.PartyLimits;
import com.acmecorp.platform.sandbox.SandboxBehaviour;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class StockConfigTest {

    @Test
    void deliversAtOnceUnlessToldOtherwise() {
        Settings nothing = new Settings(List.of(), Map.of());

        assertThat(StockConfig.from(nothing))
                .isEqualTo(new StockConfig(
                        new PartyConfig("", "", 5_000, new PartyLimits(32, 1_000, 5, 5_000)),
                        new SandboxBehaviour(0, 0),
                        0,
                        ""));
        nothing.check();
    }

    @Test
    void readsEachSetting() {
        JsonObject stock = new JsonObject()
                .put("url", "https://stock.example")
                .put("key", "a key")
                .put("timeoutMs", 10)
                .put("delayMs", 20)
                .put("failureShare", 0.1)
                .put("laterShare", 0.5)
                .put("callbackSecret", "sixteen letters!");
        Settings settings = new Settings(List.of(JsonObject.of("stock", stock)), Map.of());

        assertThat(StockConfig.from(settings))
                .isEqualTo(new StockConfig(
                        new PartyConfig(
                                "https://stock.example",
                                "a key",
                                10,
                                new PartyLimits(32, 1_000, 5, 5_000)),
                        new SandboxBehaviour(20, 0.1),
                        0.5,
                        "sixteen letters!"));
        assertThat(StockConfig.from(settings).toString()).doesNotContain("sixteen");
        settings.check();
    }

    @Test
    void refusesASecretThatCanBeGuessed() {
        Settings settings =
                new Settings(List.of(JsonObject.of("stock.callbackSecret", "short")), Map.of());
        StockConfig.from(settings);

        assertThatThrownBy(settings::check)
                .hasMessageContaining("stock.callbackSecret: expected at least 16 characters")
                .hasMessageNotContaining("short");
    }
}
