package com.acmecorp.database;

import com.acmecorp.platform.config.Settings;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.SslMode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the way to the server is protected.
 *
 * @param certificates PEM file of the authorities that may vouch for the server; empty: those that Java knows
 */
public record Tls(Mode mode, String certificates) {

    static final Tls OFF = new Tls(Mode.OFF, "");
    static final Tls PREFERRED = new Tls(Mode.PREFERRED, "");

    /** How much of it. */
    public enum Mode {
        /** The way is private, or nothing listens in. */
        OFF,
        /** Encrypted where the server offers it, and nobody asks who the server is. */
        PREFERRED,
        /** Encrypted, and the server proves that it is the one in the URL. */
        VERIFIED
    }

    static Tls from(Settings settings) {
        Mode mode = switch (settings.choice(
                "database.tls",
                "on the way to that server: `preferred` (encrypted if it offers that), `verified` (and it proves who it is) or `off`",
                "preferred",
                List.of("preferred", "verified", "off"))) {
            case "off" -> Mode.OFF;
            case "verified" -> Mode.VERIFIED;
            default -> Mode.PREFERRED;
        };
        String certificates = settings.text(
                "database.tlsCertificates",
                "PEM file of the authorities that may vouch for it; left out: those that Java knows",
                "");
        if (!certificates.isEmpty() && mode != Mode.VERIFIED) {
            settings.error("database.tlsCertificates", "needs database.tls to be verified");
        } else if (!certificates.isEmpty() && !Files.isReadable(Path.of(certificates))) {
            settings.error("database.tlsCertificates", "expected a readable file of certificates");
        }
        return new Tls(mode, certificates);
    }

    /** Tells the reactive client. */
    void applyTo(MySQLConnectOptions connect) {
        switch (mode) {
            case OFF -> connect.setSslMode(SslMode.DISABLED);
            case PREFERRED ->
                connect.setSslMode(SslMode.PREFERRED)
                        .setSslOptions(new ClientSSLOptions().setTrustAll(true));
            case VERIFIED -> connect.setSslMode(SslMode.VERIFY_IDENTITY).setSslOptions(verifying());
        }
    }

    private ClientSSLOptions verifying() {
        ClientSSLOptions options = new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
        if (!certificates.isEmpty()) {
            options.setTrustOptions(new PemTrustOptions().addCertPath(certificates));
        }
        return options;
    }

    /** The values of JDBC's sslMode that are tried, one after the other. */
    List<String> jdbcModes() {
        return switch (mode) {
            case OFF -> List.of("disable");
            case PREFERRED -> List.of("trust", "disable");
            case VERIFIED -> List.of("verify-full");
        };
    }

    /** What else JDBC must know. */
    Map<String, String> jdbcProperties() {
        return certificates.isEmpty() ? Map.of() : Map.of("serverSslCert", certificates);
    }
}
