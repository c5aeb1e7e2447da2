package com.acmecorp.platform.party;

import com.acmecorp.platform.config.Settings;

import java.net.URI;

/**
 * Where a third party is and how long we wait for it.
 *
 * @param url before each path, without a slash at its end; empty, or the word sandbox: the party is played in the
 *     process
 * @param key sent as a bearer token; empty: the party wants none
 * @param timeoutMs after which a call has failed, the wait for a connection included
 */
public record PartyConfig(String url, String key, int timeoutMs, PartyLimits limits) {

    private static final int LONGEST_MS = 60_000;
    private static final String SANDBOX = "sandbox";

    /** Reads {@code <context>.url}, {@code .key} and {@code .timeoutMs}, and the limits that all parties share. */
    public static PartyConfig from(Settings settings, String context) {
        String urlKey = context + ".url";
        return new PartyConfig(
                checked(
                        settings,
                        urlKey,
                        settings.text(
                                urlKey,
                                "where the party is, or `sandbox`; may be left out in local mode, and is a sandbox then",
                                "")),
                settings.text(context + ".key", "what it knows us by; sent as a bearer token", ""),
                settings.number(context + ".timeoutMs", "the party's answer", 5_000, 1, LONGEST_MS),
                PartyLimits.from(settings));
    }

    /** A party's address without a slash at its end; reports what is neither an address nor the word sandbox. */
    public static String checked(Settings settings, String setting, String url) {
        if (!url.isEmpty() && !isSandbox(url) && !isWebAddress(url)) {
            settings.error(
                    setting,
                    "expected a URL such as https://api.example.com, or sandbox, found " + url);
        }
        return url.replaceFirst("/+$", "");
    }

    private static boolean isWebAddress(String url) {
        try {
            return url.matches("https?://.+") && URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the party is called over HTTP. */
    public boolean isSet() {
        return !url.isEmpty() && !isSandbox(url);
    }

    /** Whether an address is the word by which somebody chooses a party that is played in the process. */
    public static boolean isSandbox(String address) {
        return address.equals(SANDBOX);
    }

    /** Without the key, which must not end up in a log. */
    @Override
    public String toString() {
        return "PartyConfig[%s, %d ms, %s]".formatted(url, timeoutMs, limits);
    }
}
