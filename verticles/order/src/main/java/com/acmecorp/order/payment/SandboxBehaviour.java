package com.acmecorp.order.payment;

import com.acmecorp.platform.config.Settings;

/**
 * How the sandbox providers behave.
 *
 * @param delayMs before each answer
 * @param declineShare of the payments, 0 to 1
 * @param failureShare of the payments that are charged without an answer, 0 to 1
 * @param refundRefuseShare of the refunds of what was charged, 0 to 1
 * @param lostAnswerShare of all calls that are carried out without an answer, 0 to 1
 */
public record SandboxBehaviour(
        int delayMs,
        double declineShare,
        double failureShare,
        double refundRefuseShare,
        double lostAnswerShare) {

    public static SandboxBehaviour from(Settings settings) {
        return new SandboxBehaviour(
                settings.number(
                        "order.paymentDelayMs", "sandbox: before each answer", 0, 0, 60_000),
                settings.share(
                        "order.paymentDeclineShare",
                        "sandbox: share of declined payments, 0 to 1",
                        0),
                settings.share(
                        "order.paymentFailureShare",
                        "sandbox: share of payments that are charged without an answer, 0 to 1",
                        0),
                settings.share(
                        "order.refundRefuseShare",
                        "sandbox: share of the refunds of a charge that it refuses, 0 to 1",
                        0),
                settings.share(
                        "order.paymentLostAnswerShare",
                        "sandbox: share of all calls, questions and refunds too, that are carried out without an answer, 0 to 1",
                        0));
    }
}
