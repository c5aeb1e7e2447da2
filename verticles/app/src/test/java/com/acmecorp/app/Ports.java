package com.acmecorp.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** Two ports of this machine that were free a moment ago, and the settings of a system that uses them. */
public record Ports(int shop, int back) {

    public static Ports free() {
        try (ServerSocket shop = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket back = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Ports(shop.getLocalPort(), back.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
