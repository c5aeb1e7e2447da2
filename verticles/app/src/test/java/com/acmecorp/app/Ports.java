package com.acmecorp.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Two ports of this machine that were free a moment ago, and the settings of a system that uses them. */
public record Ports(int shop, int back) {

    /** Below those that systems give to outgoing calls: such a port could be taken before we listen. */
    private static final int LOWEST = 20_000;

    private static final int BEYOND = 32_000;
    private static final int ATTEMPTS = 100;

    public static Ports free() {
        try (ServerSocket shop = listen(ATTEMPTS);
                ServerSocket back = listen(ATTEMPTS)) {
            return new Ports(shop.getLocalPort(), back.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen(int attempts) throws IOException {
        try {
            return new ServerSocket(
                    ThreadLocalRandom.current().nextInt(LOWEST, BEYOND),
                    1,
                    InetAddress.getLoopbackAddress());
        } catch (BindException e) {
            if (attempts == 1) {
                throw e;
            }
            return listen(attempts - 1);
        }
    }

    public String api() {
        return "http://127.0.0.1:" + shop;
    }

    String privateApi() {
        return "http://127.0.0.1:" + back;
    }

    public String database() {
        return privateApi() + "/database";
    }

    public Map<String, String> settings(Path data) {
        return Map.of(
                "http.publicPort", String.valueOf(shop),
                "http.privatePort", String.valueOf(back),
                "email.shopUrl", api(),
                "data.directory", data.toString());
    }
}
