package com.acmecorp.platform.sandbox;

import com.acmecorp.platform.config.Settings;

/**
 * How a stand-in behaves.
 *
 * @param delayMs before each answer
 * @param failureShare of the calls that fail without an answer, 0 to 1
 */
public record SandboxBehaviour(int delayMs, double failureShare) {

    private static final int LONGEST_MS = 60_000;

    /** Reads {@code <context>.delayMs} and {@code <context>.failureShare}. */
    public static SandboxBehaviour from(Settings settings, String context) {
        return new SandboxBehaviour(
                settings.number(context + ".delayMs", 0, 0, LONGEST_MS),
                settings.share(context + ".failureShare", 0));
    }
}
