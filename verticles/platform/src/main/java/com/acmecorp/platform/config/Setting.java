package com.acmecorp.platform.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A setting that there is.
 *
 * @param key such as {@code http.publicPort}
 * @param about what it is, as a phrase; names are between backticks
 * @param standard its default: a text, a number, a truth value or a list of them
 */
public record Setting(String key, String about, Object standard) {

    /** The first word of its key, such as {@code http}. */
    public String root() {
        return key.split("\\.", 2)[0];
    }

    /** The variable of the environment that sets it. */
    public String variable() {
        return SettingNames.variable(key);
    }

    /** The default as somebody would set it; – where that is empty. */
    public String standardText() {
        String text = standard instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : standard.toString();
        return text.isEmpty() ? "–" : text;
    }
}
