package com.acmecorp.database;

import java.net.URI;

/** Where the database is and who we are there. */
record Server(String host, int port, String schema, String user, String password) {

    private static final int STANDARD_PORT = 3306;

    /**
     * The server of a URL.
     *
     * @param url {@code mysql://host:port/schema} (or mariadb:, with or without jdbc: before)
     * @throws IllegalArgumentException when it is not of that form
     */
    static Server of(String url, String user, String password) {
        URI uri = URI.create(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        boolean known = "mysql".equals(uri.getScheme()) || "mariadb".equals(uri.getScheme());
        if (!known
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("expected mysql://host:port/schema, found " + url);
        }
        int port = uri.getPort() < 0 ? STANDARD_PORT : uri.getPort();
        return new Server(uri.getHost(), port, uri.getPath().substring(1), user, password);
    }

    String url() {
        return "mysql://%s:%d/%s".formatted(host, port, schema);
    }

    /** For Flyway, the one user of JDBC here. */
    String jdbcUrl() {
        return "jdbc:mariadb://%s:%d/%s".formatted(host, port, schema);
    }
}
