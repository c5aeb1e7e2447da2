package com.acmecorp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;
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
                .isEqualTo(new FinanceConfig(new SandboxBehaviour(0, 0)));
        nothing.check();
    }

    @Test
    void readsEachSetting() {
        JsonObject finance = JsonObject.of("delayMs", 30, "failureShare", 0.2);
        Settings settings = new Settings(List.of(JsonObject.of("finance", finance)), Map.of());

        assertThat(FinanceConfig.from(settings))
                .isEqualTo(new FinanceConfig(new SandboxBehaviour(30, 0.2)));
        settings.check();
    }
}
