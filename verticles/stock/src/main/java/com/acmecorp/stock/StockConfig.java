package com.acmecorp.stock;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.sandbox.SandboxBehaviour;

/**
 * Settings of the stock context.
 *
 * @param stockist where it is; unless that is set, it is a sandbox
 * @param sandbox how the sandbox stockist answers
 * @param laterShare of the orders whose goods it delivers later, 0 to 1
 */
public record StockConfig(PartyConfig stockist, SandboxBehaviour sandbox, double laterShare) {

    public static StockConfig from(Settings settings) {
        return new StockConfig(
                PartyConfig.from(settings, "stock"),
                SandboxBehaviour.from(settings, "stock"),
                settings.share("stock.laterShare", 0));
    }
}
