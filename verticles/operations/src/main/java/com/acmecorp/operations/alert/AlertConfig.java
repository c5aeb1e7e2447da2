package com.acmecorp.operations.alert;

import com.acmecorp.platform.config.Settings;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Settings of the alerts.
 *
 * @param intervalMs between two looks at whether all is well
 * @param lookTimeoutMs after which facts can't be had
 * @param retryingMax deliveries that may wait for another attempt
 * @param declinesMax payments that may be declined in a minute, before their share is judged
 * @param mail address that is told; empty: none
 * @param webhook URL that is told; empty: none
 */
public record AlertConfig(
        int intervalMs,
        int lookTimeoutMs,
        int retryingMax,
        int declinesMax,
        String mail,
        String webhook) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");
    private static final String MAIL = "operations.alertMail";
    private static final String WEBHOOK = "operations.alertWebhook";

    public static AlertConfig from(Settings settings) {
        return new AlertConfig(
                settings.number(
                        "operations.alertIntervalMs",
                        "between two looks at whether all is well",
                        1_000,
                        10,
                        60_000),
                settings.number(
                        "operations.lookTimeoutMs",
                        "a look; two in a row that fail are an alert, too",
                        1_500,
                        10,
                        60_000),
                settings.number(
                        "operations.retryingMax",
                        "deliveries that may wait for another attempt before that is an alert; 10,000, up to which they are counted, are one in any case",
                        5_000,
                        0,
                        10_000_000),
                settings.number(
                        "operations.declinesMax",
                        "payments that may be declined in a minute; more, where they are more than half of all, is an alert",
                        20,
                        0,
                        1_000_000),
                mail(settings),
                webhook(settings));
    }

    private static String mail(Settings settings) {
        String address = settings.text(MAIL, "address that is mailed about alerts", "");
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            settings.error(MAIL, "expected an address such as ops@acme.example");
        }
        return address;
    }

    /** What was given isn't repeated: whoever knows such a URL can write to it. */
    private static String webhook(Settings settings) {
        String url = settings.text(
                WEBHOOK,
                "URL that is told of alerts by POST, as Slack takes it: `{\"text\": …}`",
                "");
        if (!url.isEmpty() && !isHttp(url)) {
            settings.error(WEBHOOK, "expected a URL such as https://hooks.example/abc");
        }
        return url;
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && uri.getScheme().matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
