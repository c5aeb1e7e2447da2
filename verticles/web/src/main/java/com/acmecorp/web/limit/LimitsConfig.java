package com.acmecorp.web.limit;

import com.acmecorp.platform.config.Settings;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one client may take. A number of 0 means that there is no limit.
 *
 * @param loopback whether clients on this machine are limited, too
 * @param trustedProxies addresses or networks whose X-Forwarded-For is believed
 * @param ordersPerMinute requests for new orders from one address
 * @param callsPerMinute other requests from one address to the API
 * @param callsPerOrder requests in a minute under one order's token
 * @param findsPerHour requests to find an order from one address; for one order, a quarter of it
 * @param declinesPerHour declined payments from one address, after which it may not order
 * @param ordersPerMailboxHour new orders in an hour whose mails go to one address
 * @param ordersPerMailboxDay the same in a day
 * @param ordersPerOrganizationDay new orders in a day of one organization, which pays later
 * @param connectionsPerAddress connections of one address at a time
 * @param streamsPerOrder live streams of one order's status at a time
 * @param streamsPerAddress live streams to one address at a time
 */
public record LimitsConfig(
        boolean loopback,
        List<String> trustedProxies,
        int ordersPerMinute,
        int callsPerMinute,
        int callsPerOrder,
        int findsPerHour,
        int declinesPerHour,
        int ordersPerMailboxHour,
        int ordersPerMailboxDay,
        int ordersPerOrganizationDay,
        int connectionsPerAddress,
        int streamsPerOrder,
        int streamsPerAddress) {

    private static final String PROXIES = "limits.trustedProxies";

    public LimitsConfig {
        trustedProxies = List.copyOf(trustedProxies);
    }

    public static LimitsConfig from(Settings settings) {
        return new LimitsConfig(
                settings.flag(
                        "limits.loopback",
                        "whether clients on this machine are limited, too",
                        false),
                proxies(settings),
                times(
                        settings,
                        "limits.ordersPerMinute",
                        "requests for new orders from one address; of IPv6, from one /64",
                        30),
                times(
                        settings,
                        "limits.callsPerMinute",
                        "other requests to the public API from one address",
                        300),
                times(
                        settings,
                        "limits.callsPerOrder",
                        "requests in a minute under one order's token",
                        120),
                times(
                        settings,
                        "limits.findsPerHour",
                        "requests to find an order from one address; for one order, a quarter of it",
                        20),
                times(
                        settings,
                        "limits.declinesPerHour",
                        "declined payments from one address, before it may not order for a while",
                        10),
                times(
                        settings,
                        "limits.ordersPerMailboxHour",
                        "new orders whose mails go to one address, in an hour; test orders aren't counted",
                        10),
                times(settings, "limits.ordersPerMailboxDay", "the same in a day", 30),
                times(
                        settings,
                        "limits.ordersPerOrganizationDay",
                        "new orders of one organization, which is invoiced, in a day",
                        50),
                times(
                        settings,
                        "limits.connectionsPerAddress",
                        "connections of one address at a time; a trusted proxy isn't counted",
                        256),
                times(
                        settings,
                        "limits.streamsPerOrder",
                        "live streams of one order at a time; beyond, its pages ask",
                        3),
                times(
                        settings,
                        "limits.streamsPerAddress",
                        "live streams to one address at a time",
                        30));
    }

    private static int times(Settings settings, String key, String about, int standard) {
        return settings.number(key, about, standard, 0, 1_000_000);
    }

    private static List<String> proxies(Settings settings) {
        List<String> proxies = Stream.of(settings.text(
                                PROXIES,
                                "addresses or networks, such as `10.0.0.0/16`, with commas between, whose `X-Forwarded-For` is believed; behind a proxy that isn't named here, all clients are one",
                                "")
                        .split(",", -1))
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
        List<String> wrong =
                proxies.stream().filter(proxy -> !Network.isOne(proxy)).toList();
        wrong.forEach(proxy -> settings.error(
                PROXIES,
                "expected addresses or networks such as 10.0.0.0/16 with commas between, found "
                        + proxy));
        return wrong.isEmpty() ? proxies : List.of();
    }
}
