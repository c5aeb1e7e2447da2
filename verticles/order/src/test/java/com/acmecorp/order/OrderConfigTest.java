package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.order.payment.Banks;
import com.acmecorp.order.payment.SandboxBehaviour;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.party.PartyLimits;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class OrderConfigTest {

    @Test
    void hasDefaults() {
        assertThat(OrderConfig.from(new Settings(List.of(), Map.of())))
                .isEqualTo(new OrderConfig(
                        false,
                        1000,
                        5_000,
                        30_000,
                        24,
                        new Banks(Map.of()),
                        new SandboxBehaviour(0, 0, 0, 0, 0)));
    }

    @Test
    void readsEverySetting() {
        Settings settings = settings(new JsonObject()
                .put("acceptTestOrders", true)
                .put("idBlock", 1)
                .put("paymentTimeoutMs", 2)
                .put("paymentLeaseMs", 10)
                .put(
                        "paymentUrls",
                        "Blank of America=https://bank.example/v1/, El Banco Blanco = http://otro.example?a=b")
                .put("paymentKeys", "Blank of America=key=")
                .put("paymentDelayMs", 3)
                .put("paymentDeclineShare", 0.4)
                .put("paymentFailureShare", 0.5)
                .put("refundRefuseShare", 0.6)
                .put("paymentLostAnswerShare", 0.7));

        assertThat(OrderConfig.from(settings))
                .isEqualTo(new OrderConfig(
                        true,
                        1,
                        2,
                        10,
                        24,
                        new Banks(Map.of(
                                "Blank of America", bank("https://bank.example/v1", "key="),
                                "El Banco Blanco", bank("http://otro.example?a=b", ""))),
                        new SandboxBehaviour(3, 0.4, 0.5, 0.6, 0.7)));
        settings.check();
    }

    @Test
    void saysWhatIsWrong() {
        Settings settings = settings(
                JsonObject.of("idBlock", 0, "paymentDeclineShare", 2, "paymentLeaseMs", 5_000));
        OrderConfig.from(settings);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(settings::check)
                .withMessageContaining(
                        "order.idBlock: expected a whole number from 1 to 1000000, found 0")
                .withMessageContaining(
                        "order.paymentDeclineShare: expected a number from 0 to 1, found 2")
                .withMessageContaining(
                        "order.paymentLeaseMs: must be more than order.paymentTimeoutMs");
    }

    @Test
    void saysWhichProvidersThereAreAndKeepsKeysToItself() {
        Settings settings =
                settings(JsonObject.of("paymentUrls", "Bank=x", "paymentKeys", "Bank=secret"));
        OrderConfig.from(settings);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(settings::check)
                .withMessageContaining(
                        "order.paymentUrls: expected name=value with commas between, for some of Blank of America, El Banco Blanco")
                .withMessageContaining("order.paymentKeys: expected name=value")
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("secret"));
    }

    private static PartyConfig bank(String url, String key) {
        return new PartyConfig(url, key, 2, new PartyLimits(32, 1_000, 5, 5_000));
    }

    private static Settings settings(JsonObject order) {
        return new Settings(List.of(JsonObject.of("order", order)), Map.of());
    }
}
