package com.acmecorp.web.admission;

import com.acmecorp.platform.config.Settings;

/**
 * When further orders are refused.
 *
 * @param least new orders in work at once that are always taken
 * @param most new orders in work at once, however quick the database is
 * @param delayMs how long a write may wait for its transaction before fewer new orders are taken
 */
public record AdmissionConfig(int least, int most, int delayMs) {

    private static final int MOST = 100_000;

    public static AdmissionConfig from(Settings settings) {
        int least = settings.number(
                "admission.least",
                "new orders in work at once that are always taken; those that wait for a bank aren't counted",
                128,
                1,
                MOST);
        int most = settings.number(
                "admission.most",
                "new orders in work at once, however quick the database is",
                256,
                1,
                MOST);
        if (most < least) {
            settings.error("admission.most", "must not be smaller than admission.least");
        }
        return new AdmissionConfig(
                least,
                Math.max(least, most),
                settings.number(
                        "admission.delayMs",
                        "how long a write may wait for its transaction before fewer new orders are taken",
                        400,
                        1,
                        60_000));
    }
}
