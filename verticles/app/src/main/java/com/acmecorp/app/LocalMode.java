package com.acmecorp.app;

import com.acmecorp.platform.config.Loopback;
import com.acmecorp.platform.config.Settings;

/**
 * Whether this is a system to try things with: its database is embedded, shop and third parties are on this machine, and
 * no mail leaves it. Only there it plays third parties without being told to, and takes test orders, whose price nobody
 * checks.
 *
 * @param reason why it is not, such as {@code database.url is set}; empty: it is
 */
record LocalMode(String reason) {

    /** Judges the settings that somebody gave. */
    static LocalMode of(Settings settings) {
        return new LocalMode(reason(settings));
    }

    boolean isOn() {
        return reason.isEmpty();
    }

    private static String reason(Settings settings) {
        String host = settings.given("http.publicHost").orElse("127.0.0.1");
        String shop = settings.given("email.shopUrl").orElse("");
        if (!settings.given("database.url").orElse("").isEmpty()) {
            return "database.url is set";
        }
        if (!Loopback.isHost(host)) {
            return "http.publicHost is " + host;
        }
        if (!shop.isEmpty() && !Loopback.isUrl(shop)) {
            return "email.shopUrl is " + shop;
        }
        return Party.all(settings).stream()
                .filter(party -> !party.isHere())
                .map(party -> party.setting() + " leads to another machine")
                .findFirst()
                .orElse("");
    }
}
