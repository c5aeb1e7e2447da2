package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.party.PartyLimits;
import com.acmecorp.platform.sandbox.SandboxBehaviour;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class DeliveryConfigTest {

    @Test
    void offersTwoWeeksFromTomorrowUnlessToldOtherwise() {
        Settings nothing = settings(new JsonObject());

        assertThat(DeliveryConfig.from(nothing))
                .isEqualTo(new DeliveryConfig(
                        new PartyConfig("", "", 5_000, new PartyLimits(32, 1_000, 5, 5_000)),
                        new SlotRule(
                                1, 14, List.of(9, 11, 13, 15, 17), ZoneId.of("America/New_York")),
                        50,
                        10,
                        24,
                        0,
                        new SandboxBehaviour(0, 0)));
        nothing.check();
    }

    @Test
    void readsEachSetting() {
        Settings settings = settings(new JsonObject()
                .put("url", "https://vans.example")
                .put("key", "a key")
                .put("timeoutMs", 10)
                .put("firstDayAhead", 2)
                .put("daysAhead", 5)
                .put("hours", "8,20")
                .put("zone", "America/Mexico_City")
                .put("slotCapacity", 3)
                .put("mostPerUnpaidBuyer", 4)
                .put("delayMs", 7)
                .put("changeCutoffHours", 48)
                .put("refuseShare", 0.2)
                .put("failureShare", 0.5)
                .put("lostAnswerShare", 0.1));

        assertThat(DeliveryConfig.from(settings))
                .isEqualTo(new DeliveryConfig(
                        new PartyConfig(
                                "https://vans.example",
                                "a key",
                                10,
                                new PartyLimits(32, 1_000, 5, 5_000)),
                        new SlotRule(2, 5, List.of(8, 20), ZoneId.of("America/Mexico_City")),
                        3,
                        4,
                        48,
                        0.2,
                        new SandboxBehaviour(7, 0.5, 0.1)));
        settings.check();
    }

    @Test
    void saysEverythingThatCannotBe() {
        Settings settings = settings(new JsonObject()
                .put("firstDayAhead", 5)
                .put("daysAhead", 5)
                .put("hours", "25")
                .put("zone", "Mars/Olympus"));

        DeliveryConfig.from(settings);
        assertThatThrownBy(settings::check)
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(
                        "delivery.daysAhead", "delivery.hours", "delivery.zone", "Mars/Olympus");
    }

    private static Settings settings(JsonObject delivery) {
        return new Settings(List.of(JsonObject.of("delivery", delivery)), Map.of());
    }
}
