package com.acmecorp.finance;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.sandbox.SandboxBehaviour;

/**
 * Settings of the finance context.
 *
 * @param bookkeeper where they are; unless that is set, they are a sandbox
 * @param sandbox how the sandbox books answer
 */
public record FinanceConfig(PartyConfig bookkeeper, SandboxBehaviour sandbox) {

    public static FinanceConfig from(Settings settings) {
        return new FinanceConfig(
                PartyConfig.from(settings, "finance"), SandboxBehaviour.from(settings, "finance"));
    }
}
