package com.acmecorp.aws;

import com.acmecorp.platform.config.Settings;

import java.net.URI;

/** Addresses that stand in for AWS's own: of a VPC endpoint, or of a fake in tests. */
final class Endpoints {

    private Endpoints() {}

    /** The URL that is set, or an empty text. */
    static String url(Settings settings, String key) {
        String url = settings.text(key, "URL in place of AWS's own", "");
        if (!url.isEmpty() && !isHttp(url)) {
            settings.error(key, "expected a URL such as https://host:port, found " + url);
            return "";
        }
        return url;
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
