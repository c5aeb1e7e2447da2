package com.acmecorp.platform.config;

import java.net.URI;
import java.util.regex.Pattern;

/** Addresses that nobody reaches from another machine. */
public final class Loopback {

    private static final Pattern HOST =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    public static boolean isHost(String host) {
        return HOST.matcher(host).matches();
    }

    /** Whether a URL leads to such an address; one that can't be read doesn't. */
    public static boolean isUrl(String url) {
        try {
            String host = URI.create(url).getHost();
            return host != null && isHost(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
