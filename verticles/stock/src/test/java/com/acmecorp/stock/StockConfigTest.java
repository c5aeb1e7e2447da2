package com.acmecorp.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
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
                .isEqualTo(new StockConfig(new SandboxBehaviour(0, 0), 0));
        nothing.check();
    }

    @Test
    void readsEachSetting() {
        JsonObject stock = JsonObject.of("delayMs", 20, "failureShare", 0.1, "laterShare", 0.5);
        Settings settings = new Settings(List.of(JsonObject.of("stock", stock)), Map.of());

        assertThat(StockConfig.from(settings))
                .isEqualTo(new StockConfig(new SandboxBehaviour(20, 0.1), 0.5));
        settings.check();
    }
}
