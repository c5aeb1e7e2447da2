package com.acmecorp.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.config.Settings;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class SimulatorsConfigTest {

    @Test
    void callsThisMachinesPrivateApiUnlessToldOtherwise() {
        Settings nothing = new Settings(List.of(), Map.of());

        assertThat(SimulatorsConfig.from(nothing))
                .isEqualTo(new SimulatorsConfig(8090, "http://127.0.0.1:8081/stock", "", ""));
        nothing.check();
    }

    @Test
    void followsThePrivateApi() {
        Settings settings = settings("{\"http\": {\"privatePort\": 1, \"privateKey\": \"key\"}}");

        assertThat(SimulatorsConfig.from(settings))
                .isEqualTo(new SimulatorsConfig(8090, "http://127.0.0.1:1/stock", "key", ""))
                .hasToString("SimulatorsConfig[port 8090, http://127.0.0.1:1/stock]");
        settings.check();
    }

    @Test
    void readsEachSetting() {
        Settings settings = settings(
                "{\"simulators\": {\"port\": 1, \"stockUrl\": \"http://a.example/b\"}, \"stock\": {\"callbackSecret\": \"shh\"}}");

        assertThat(SimulatorsConfig.from(settings))
                .isEqualTo(new SimulatorsConfig(1, "http://a.example/b", "", "shh"));
        settings.check();
    }

    private static Settings settings(String json) {
        return new Settings(List.of(new JsonObject(json)), Map.of());
    }
}
