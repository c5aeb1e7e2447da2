package com.acmecorp.database;

import java.net.URI;
import java.util.stream.Collectors;

/** Where the database is and who we are there. */
record Server(String host, int port, String schema, String user, String password, Tls tls) {

    private static final int STANDARD_PORT = 3306;

    /**
     * The server of a URL.
     *
     * @param url {@code mysql://host:port/schema} (or mariadb:, with or without jdbc: before)
     * @throws IllegalArgumentException when it is not of that form
     */
    static Server of(String url, String user, String password, Tls tls) {
        URI uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        boolean known = "mysql".equals(uri.getScheme()) || "mariadb".equals(uri.getScheme());
        if (!known
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("expected mysql://host:port/schema, found " + url);
        }
        int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
        return new Server(uri.getHost(), port, uri.getPath().substring(1), user, password, tls);
    }

    String url() {
        return "mysql://%s:%d/%s".formatted(host, port, schema);
    }

    /**
     * For Flyway, the one user of JDBC here. Its driver can't be told to try for TLS, but it tries one address after the
     * other. Where there is no TLS, it may ask the server for the key that a password at MySQL travels under.
     */
    String jdbcUrl() {
        return tls.jdbcModes().stream()
                .map("address=(host=%s)(port=%d)(sslMode=%%s)".formatted(host, port)::formatted)
                .collect(Collectors.joining(
                        ",", "jdbc:mariadb://", "/" + schema + "?allowPublicKeyRetrieval=true"));
    }
}
