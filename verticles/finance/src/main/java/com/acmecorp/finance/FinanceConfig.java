package com.acmecorp.finance;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.sandbox.SandboxBehaviour;

/**
 * Settings of the finance context.
 *
 * @param sandbox how the sandbox books answer
 */
public record FinanceConfig(SandboxBehaviour sandbox) {

    public static FinanceConfig from(Settings settings) {
        return new FinanceConfig(SandboxBehaviour.from(settings, "finance"));
    }
}
