package com.acmecorp.app;

import com.acmecorp.app.torture.FreePorts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two ports of this machine that were free a moment ago, and the settings of a system that uses them. */
public record Ports(int shop, int back) {

    public static Ports free() {
        List<Integer> two = FreePorts.find(2);
        return new Ports(two.getFirst(), two.getLast());
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
