package com.acmecorp.email;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.PartyConfig;

import java.net.URI;

/**
 * Settings of the email context.
 *
 * @param from the shop's address
 * @param shopUrl where the links in mails lead, without a slash at the end; unless it is set, to
 *     this machine, at the port on which the shop is opened here
 * @param smtp the mail server
 * @param catcher what takes the mails where there is no mail server
 */
public record EmailConfig(
        Mailbox from,
        String shopUrl,
        SmtpConfig smtp,
        CatcherConfig catcher,
        ReminderConfig reminders) {

    private static final String FROM = "ACME Potted Plants <shop@acme.example>";

    public static EmailConfig from(Settings settings) {
        return new EmailConfig(
                from(settings, settings.text("email.from", "sender", FROM)),
                shopUrl(
                        settings,
                        settings.text(
                                "email.shopUrl",
                                "where links in mails lead; left out: this machine, at `http.publicPort`",
                                "")),
                SmtpConfig.from(settings),
                CatcherConfig.from(settings),
                ReminderConfig.from(settings));
    }

    /** Whether mails stay in this process. */
    boolean catchesMails() {
        return smtp.host().isEmpty() || PartyConfig.isSandbox(smtp.host());
    }

    private static Mailbox from(Settings settings, String text) {
        try {
            return Mailbox.parse(text);
        } catch (IllegalArgumentException e) {
            settings.error("email.from", "expected Name <address>, found " + text);
            return Mailbox.parse(FROM);
        }
    }

    private static String shopUrl(Settings settings, String text) {
        if (text.isEmpty()) {
            return "http://localhost:" + settings.given("http.publicPort").orElse("8080");
        }
        String url = text.replaceFirst("/+$", "");
        if (!isWebAddress(url)) {
            settings.error("email.shopUrl", "expected the address of the shop, found " + text);
        }
        return url;
    }

    private static boolean isWebAddress(String url) {
        try {
            URI parsed = URI.create(url);
            return url.matches("https?://.+") && parsed.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
