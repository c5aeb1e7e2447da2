package com.acmecorp.app;

import com.acmecorp.platform.config.Settings;

import java.util.List;

/**
 * How log lines look.
 *
 * @param format {@code readable} for people, {@code json} for machines
 * @param level of ACME's own lines
 */
public record LogConfig(String format, String level) {

    public static LogConfig from(Settings settings) {
        return new LogConfig(
                settings.choice(
                        "log.format",
                        "`readable` or `json`",
                        "readable",
                        List.of("readable", "json")),
                settings.choice(
                        "log.level",
                        "`error`, `warn`, `info`, `debug` or `trace`",
                        "info",
                        List.of("error", "warn", "info", "debug", "trace")));
    }
}
