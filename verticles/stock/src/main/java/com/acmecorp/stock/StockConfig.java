package com.acmecorp.stock;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.sandbox.SandboxBehaviour;
import com.acmecorp.platform.signature.BodySignature;

/**
 * Settings of the stock context.
 *
 * @param stockist where it is; unless that is set, it is a sandbox
 * @param sandbox how the sandbox stockist answers
 * @param laterShare of the orders whose goods it delivers later, 0 to 1
 * @param callbackSecret under which the stockist signs its calls over the internet; empty: it makes none
 */
public record StockConfig(
        PartyConfig stockist, SandboxBehaviour sandbox, double laterShare, String callbackSecret) {

    private static final String SECRET = "stock.callbackSecret";

    public static StockConfig from(Settings settings) {
        return new StockConfig(
                PartyConfig.from(settings, "stock"),
                SandboxBehaviour.from(settings, "stock"),
                settings.share(
                        "stock.laterShare",
                        "sandbox: share of orders whose goods come later (`POST /stock`), 0 to 1",
                        0),
                callbackSecret(settings));
    }

    private static String callbackSecret(Settings settings) {
        String secret = settings.text(
                SECRET,
                "under which the stockist signs its calls to `POST /stockDelivered` on the public port, at least 16 characters; left out, it can't call there",
                "");
        if (!secret.isEmpty() && secret.length() < BodySignature.SHORTEST_SECRET) {
            settings.error(
                    SECRET, "expected at least " + BodySignature.SHORTEST_SECRET + " characters");
        }
        return secret;
    }

    /** Without the secret, which must not end up in a log. */
    @Override
    public String toString() {
        return "StockConfig[%s, %s, %s]".formatted(stockist, sandbox, laterShare);
    }
}
