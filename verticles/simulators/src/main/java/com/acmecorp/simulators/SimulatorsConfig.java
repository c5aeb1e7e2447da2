package com.acmecorp.simulators;

import com.acmecorp.platform.config.Settings;

/**
 * Settings of the simulators.
 *
 * @param port on the loopback address; 0 for any that is free
 * @param stockUrl where the stockist tells that goods have come; unless it is set, this machine's private API
 * @param stockKey of that API; empty: it wants none
 * @param stockSecret under which the stockist signs what it tells; empty: it doesn't
 */
public record SimulatorsConfig(int port, String stockUrl, String stockKey, String stockSecret) {

    public static SimulatorsConfig from(Settings settings) {
        String url = settings.text(
                "simulators.stockUrl",
                "where the stockist tells that goods have come, signed where `stock.callbackSecret` is set; left out: `/stock` on this machine, at `http.privatePort`",
                "");
        return new SimulatorsConfig(
                settings.number(
                        "simulators.port",
                        "port on loopback; 0: any that is free",
                        8090,
                        0,
                        65_535),
                url.isEmpty()
                        ? "http://127.0.0.1:"
                                + settings.given("http.privatePort").orElse("8081") + "/stock"
                        : url,
                settings.given("http.privateKey").orElse(""),
                settings.given("stock.callbackSecret").orElse(""));
    }

    /** Without key and secret, which must not end up in a log. */
    @Override
    public String toString() {
        return "SimulatorsConfig[port %d, %s]".formatted(port, stockUrl);
    }
}
