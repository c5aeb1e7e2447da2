package com.acmecorp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.party.PartyLimits;
import com.acmecorp.platform.sandbox.SandboxBehaviour;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class FinanceConfigTest {

    @Test
    void booksAtOnceUnlessToldOtherwise() {
        Settings nothing = new Settings(List.of(), Map.of());

        assertThat(FinanceConfig.from(nothing))
                .isEqualTo(new FinanceConfig(
                        new PartyConfig("", "", 5_000, new PartyLimits(32, 1_000, 5, 5_000)),
                        new SandboxBehaviour(0, 0)));
        nothing.check();
    }

    @Test
    void readsEachSetting() {
        JsonObject finance = new JsonObject()
                .put("url", "https://books.example")
                .put("key", "a key")
                .put("timeoutMs", 10)
                .put("delayMs", 30)
                .put("failureShare", 0.2);
        Settings settings = new Settings(List.of(JsonObject.of("finance", finance)), Map.of());

        assertThat(FinanceConfig.from(settings))
                .isEqualTo(new FinanceConfig(
                        new PartyConfig(
                                "https://books.example",
                                "a key",
                                10,
                                new PartyLimits(32, 1_000, 5, 5_000)),
                        new SandboxBehaviour(30, 0.2)));
        settings.check();
    }
}
