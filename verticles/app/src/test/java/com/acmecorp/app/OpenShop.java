package com.acmecorp.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The whole system in this process, on ports of its own, for tests that stand in front of it. */
public final class OpenShop implements AutoCloseable {

    private final Ports ports = Ports.free();
    private final Acme acme;

    /**
     * Opens it.
     *
     * @param data where its database lives
     * @param further settings beside ports and data
     */
    public OpenShop(Path data, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(ports.settings(data));
        settings.putAll(further);
        Configuration configuration = Configuration.read(List.of(), settings, Map.of());
        acme = new Acme(configuration.app(), "the secret of this shop");
        acme.start(configuration.contexts());
    }

    /** Where its pages are. */
    public String address() {
        return ports.api();
    }

    /** Where the database's API is. */
    String database() {
        return ports.database();
    }

    public Customer customer() {
        return new Customer(ports.api());
    }

    /** Someone who may use the private API. */
    public Customer staff() {
        return new Customer(ports.privateApi());
    }

    @Override
    public void close() {
        acme.stop();
    }
}
