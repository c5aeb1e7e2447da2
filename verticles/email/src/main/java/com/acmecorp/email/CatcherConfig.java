package com.acmecorp.email;

import com.acmecorp.platform.config.Settings;

/**
 * The catcher that takes mails where there is no mail server.
 *
 * @param port on the loopback address; 0 for any that is free
 * @param keeps mails at most; the oldest go first
 */
record CatcherConfig(int port, int keeps) {

    static CatcherConfig from(Settings settings) {
        return new CatcherConfig(
                settings.number(
                        "email.catcherPort",
                        "SMTP port of the catcher, on loopback; 0: any that is free",
                        0,
                        0,
                        65_535),
                settings.number(
                        "email.catcherKeeps",
                        "mails it keeps; the oldest go first",
                        100,
                        1,
                        10_000));
    }
}
