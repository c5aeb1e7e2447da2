package com.acmecorp.platform.config;

import java.util.List;

/** The configuration can't be used; the message says everything that is wrong with it. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SettingsException(List<String> errors) {
        super(
                "The configuration can't be used:\n  " + String.join("\n  ", errors),
                null,
                false,
                false);
    }
}
