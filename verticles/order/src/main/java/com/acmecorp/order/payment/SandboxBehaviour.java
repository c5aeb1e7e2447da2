package com.acmecorp.order.payment;

import com.acmecorp.platform.config.Settings;

/**
 * How the sandbox providers behave.
 *
 * @param delayMs before each answer
 * @param declineShare of the payments, 0 to 1
 * @param failureShare of the calls that fail without an answer, 0 to 1
 */
public record SandboxBehaviour(int delayMs, double declineShare, double failureShare) {

    public static SandboxBehaviour from(Settings settings) {
        return new SandboxBehaviour(
                settings.number("order.paymentDelayMs", 0, 0, 60_000),
                settings.share("order.paymentDeclineShare", 0),
                settings.share("order.paymentFailureShare", 0));
    }
}
