package com.acmecorp.platform.sandbox;

import com.acmecorp.platform.config.Settings;

/**
 * How a stand-in behaves.
 *
 * @param delayMs before each answer
 * @param failureShare of the calls that fail without an answer and without an effect, 0 to 1
 * @param lostAnswerShare of the other calls that are carried out and whose answer is lost, 0 to 1
 */
public record SandboxBehaviour(int delayMs, double failureShare, double lostAnswerShare) {

    private static final int LONGEST_MS = 60_000;

    /** One that loses no answers. */
    public SandboxBehaviour(int delayMs, double failureShare) {
        this(delayMs, failureShare, 0);
    }

    /** Reads {@code delayMs}, {@code failureShare} and {@code lostAnswerShare} of the context. */
    public static SandboxBehaviour from(Settings settings, String context) {
        return new SandboxBehaviour(
                settings.number(
                        context + ".delayMs", "sandbox: before each answer", 0, 0, LONGEST_MS),
                settings.share(
                        context + ".failureShare", "sandbox: share of calls that fail, 0 to 1", 0),
                settings.share(
                        context + ".lostAnswerShare",
                        "sandbox: share of calls that are carried out and whose answer is lost",
                        0));
    }
}
