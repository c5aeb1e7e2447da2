package com.acmecorp.email;

import com.acmecorp.platform.config.Settings;

import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The mail server that mails go to.
 *
 * @param host empty where mails are caught in the process
 * @param tls one of {@link #TLS}
 * @param user empty for a server without login
 * @param poolSize connections at most; mails beyond wait for one
 * @param connectTimeoutMs for a new connection
 * @param sendTimeoutMs for one mail, its wait for a connection included
 * @param keepAliveSeconds that an idle connection is kept
 */
record SmtpConfig(
        String host,
        int port,
        String tls,
        String user,
        String password,
        int poolSize,
        int connectTimeoutMs,
        int sendTimeoutMs,
        int keepAliveSeconds) {

    static final String TLS_REQUIRED = "required";
    static final String TLS_IMPLICIT = "implicit";
    static final String TLS_OFF = "off";
    static final List<String> TLS = List.of(TLS_REQUIRED, TLS_IMPLICIT, TLS_OFF);

    /** Longer than a connection is kept, so that it only ends one whose server went silent. */
    private static final int SILENCE_MARGIN_SECONDS = 5;

    static SmtpConfig from(Settings settings) {
        SmtpConfig config = new SmtpConfig(
                settings.text(
                        "email.smtpHost",
                        "mail server; with `sandbox`, or left out in local mode, mails are caught in the process and shown at /inbox",
                        ""),
                settings.number("email.smtpPort", "its port", 587, 1, 65_535),
                settings.choice(
                        "email.smtpTls",
                        "`required` (STARTTLS), `implicit` or `off`",
                        TLS_REQUIRED,
                        TLS),
                settings.text("email.smtpUser", "left out: no login", ""),
                settings.text("email.smtpPassword", "goes with the user", ""),
                settings.number("email.smtpPoolSize", "connections at most", 8, 1, 100),
                settings.number("email.connectTimeoutMs", "a new connection", 5_000, 1, 60_000),
                settings.number(
                        "email.sendTimeoutMs",
                        "one mail, its wait for a connection included; a mail that waited for half of it isn't begun",
                        10_000,
                        1,
                        600_000),
                settings.number(
                        "email.keepAliveSeconds",
                        "how long an idle connection is kept",
                        20,
                        1,
                        600));
        if (config.user.isEmpty() != config.password.isEmpty()) {
            settings.error("email.smtpPassword", "goes together with email.smtpUser");
        }
        if (!config.user.isEmpty() && config.tls.equals(TLS_OFF)) {
            settings.error("email.smtpTls", "must not be off where a password is sent");
        }
        return config;
    }

    /** The same, for the catcher in this process. */
    SmtpConfig at(String catcherHost, int catcherPort) {
        return new SmtpConfig(
                catcherHost,
                catcherPort,
                TLS_OFF,
                "",
                "",
                poolSize,
                connectTimeoutMs,
                sendTimeoutMs,
                keepAliveSeconds);
    }

    boolean implicitTls() {
        return tls.equals(TLS_IMPLICIT);
    }

    MailConfig mailConfig() {
        MailConfig config = new MailConfig(host, port)
                .setSsl(implicitTls())
                .setStarttls(
                        tls.equals(TLS_REQUIRED)
                                ? StartTLSOptions.REQUIRED
                                : StartTLSOptions.DISABLED)
                .setLogin(user.isEmpty() ? LoginOption.NONE : LoginOption.REQUIRED)
                .setMaxPoolSize(poolSize)
                .setKeepAlive(true)
                .setKeepAliveTimeout(keepAliveSeconds)
                .setKeepAliveTimeoutUnit(TimeUnit.SECONDS)
                .setConnectTimeout(connectTimeoutMs)
                .setIdleTimeout(keepAliveSeconds + SILENCE_MARGIN_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        return user.isEmpty() ? config : config.setUsername(user).setPassword(password);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmtpConfig[%s:%d, tls %s, user %s]".formatted(host, port, tls, user);
    }
}
