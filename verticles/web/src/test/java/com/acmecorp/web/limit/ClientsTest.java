package com.acmecorp.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acmecorp.platform.config.Settings;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class ClientsTest {

    private final Clients clients =
            new Clients(config(JsonObject.of("trustedProxies", "10.0.0.0/16, 2001:db8:ffff::/48")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7  |                            | 203.0.113.7",
                "203.0.113.7  | 198.51.100.1               | 203.0.113.7",
                "10.0.3.4     | 198.51.100.1               | 198.51.100.1",
                "10.0.3.4     | 192.0.2.66, 198.51.100.1   | 198.51.100.1",
                "10.0.3.4     | 198.51.100.1, 10.0.9.9     | 198.51.100.1",
                "10.0.3.4     | 198.51.100.1:4711          | 198.51.100.1",
                "10.0.3.4     | 192.0.2.66, nonsense       | 10.0.3.4",
                "10.0.3.4     | 10.0.9.9                   | 10.0.9.9",
                "10.1.3.4     | 198.51.100.1               | 10.1.3.4",
                "2001:db8:ffff::1 | [2001:db8:1:2:3:4:5:6]:80 | 20010db800010002::/64",
                "2001:db8:1:2:aaaa::1 |                    | 20010db800010002::/64",
                "::ffff:203.0.113.7   |                    | 203.0.113.7",
            })
    void findsOutWhoAClientIs(String peer, String forwardedFor, String client) {
        assertThat(clients.of(peer, forwardedFor).key()).isEqualTo(client);
        assertThat(clients.of(peer, forwardedFor).limited()).isTrue();
    }

    @Test
    void leavesThisMachineAloneUnlessToldOtherwise() {
        assertThat(clients.of("127.0.0.1", null).limited()).isFalse();
        assertThat(clients.of("::1", null).limited()).isFalse();
        assertThat(clients.of("127.0.0.1", "198.51.100.1").limited())
                .as("what a client that isn't trusted says of itself")
                .isFalse();

        Clients strict = new Clients(config(JsonObject.of("loopback", true)));
        assertThat(strict.of("127.0.0.1", null).limited()).isTrue();
    }

    @Test
    void countsNoConnectionsOfAProxyThroughWhichManyCome() {
        assertThat(clients.ofConnection("10.0.3.4").limited()).isFalse();
        assertThat(clients.ofConnection("203.0.113.7").limited()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.256", "proxy.example.com", "10.0.0.0/x", "/8"})
    void refusesAProxyThatIsNoAddress(String proxy) {
        Settings settings = settings(JsonObject.of("trustedProxies", "10.0.0.1," + proxy));
        LimitsConfig.from(settings);

        assertThatThrownBy(settings::check)
                .hasMessageContaining(
                        "limits.trustedProxies: expected addresses or networks such as 10.0.0.0/16")
                .hasMessageContaining(proxy);
    }

    @Test
    void readsEverySetting() {
        JsonObject all = JsonObject.of("loopback", true, "trustedProxies", "10.0.0.1")
                .put("ordersPerMinute", 1)
                .put("callsPerMinute", 2)
                .put("callsPerOrder", 3)
                .put("findsPerHour", 4)
                .put("declinesPerHour", 5)
                .put("ordersPerMailboxHour", 6)
                .put("ordersPerMailboxDay", 7)
                .put("ordersPerOrganizationDay", 8)
                .put("connectionsPerAddress", 9)
                .put("streamsPerOrder", 10)
                .put("streamsPerAddress", 11);

        assertThat(config(all))
                .isEqualTo(new LimitsConfig(
                        true, List.of("10.0.0.1"), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    }

    private static LimitsConfig config(JsonObject limits) {
        Settings settings = settings(limits);
        LimitsConfig config = LimitsConfig.from(settings);
        settings.check();
        return config;
    }

    private static Settings settings(JsonObject limits) {
        return new Settings(List.of(JsonObject.of("limits", limits)), Map.of());
    }
}
