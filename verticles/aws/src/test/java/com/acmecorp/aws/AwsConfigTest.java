package com.acmecorp.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class AwsConfigTest {

    @Test
    void hasDefaults() {
        assertThat(config("{}"))
                .isEqualTo(new AwsConfig(
                        "",
                        new EventBridgeConfig("", "acme", 32, 5_000, 262_144, 4, 50),
                        new SqsConfig("", "acme-", 2, 100, 10, 20, 30, 2, 300)));
    }

    @Test
    void readsEverySetting() {
        assertThat(config("""
                                {"aws": {"region": "us-east-2"},
                                 "eventbridge": {"endpoint": "https://events.example", "bus": "roses", "connections": 1,
                                   "callTimeoutMs": 2, "maxCallBytes": 1024, "attempts": 3, "retryBaseMs": 4},
                                 "sqs": {"endpoint": "http://127.0.0.1:9324", "queuePrefix": "r-", "pollers": 5,
                                   "inFlight": 6, "batchSize": 7, "waitSeconds": 8, "visibilitySeconds": 9,
                                   "retryBaseSeconds": 10, "retryCapSeconds": 11}}
                                """))
                .isEqualTo(new AwsConfig(
                        "us-east-2",
                        new EventBridgeConfig("https://events.example", "roses", 1, 2, 1_024, 3, 4),
                        new SqsConfig("http://127.0.0.1:9324", "r-", 5, 6, 7, 8, 9, 10, 11)));
    }

    @Test
    void refusesAnEndpointThatIsNoUrl() {
        assertThatThrownBy(() -> config("{\"sqs\": {\"endpoint\": \"localhost:9324\"}}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("sqs.endpoint: expected a URL such as https://host:port");
    }

    @Test
    void namesAQueueAfterItsSubscriber() {
        assertThat(config("{}").sqs().queueOf("stock.request-goods"))
                .isEqualTo("acme-stock-request-goods");
    }

    private static AwsConfig config(String json) {
        Settings settings = new Settings(List.of(new JsonObject(json)), Map.of());
        AwsConfig config = AwsConfig.from(settings, false);
        settings.check();
        return config;
    }
}
