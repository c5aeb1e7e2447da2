package com.acmecorp.order.payment;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.AuditConfig;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.platform.party.PartyLimits;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The payment providers that have an HTTP API, by name. */
public record Banks(Map<String, PartyConfig> byName, AuditConfig audit) {

    private static final String URLS = "order.paymentUrls";
    private static final String KEYS = "order.paymentKeys";

    public Banks {
        byName = Map.copyOf(byName);
    }

    /** Banks whose books are compared with ours as often as is usual. */
    public Banks(Map<String, PartyConfig> byName) {
        this(byName, AuditConfig.USUAL);
    }

    /**
     * Reads {@code order.paymentUrls} and {@code order.paymentKeys}, each {@code name=value} with commas between.
     *
     * @param names of all providers
     */
    public static Banks from(Settings settings, Set<String> names, int timeoutMs) {
        Map<String, String> keys = named(
                settings,
                KEYS,
                "what they know us by, as `name=key`; sent as a bearer token",
                names);
        PartyLimits limits = PartyLimits.from(settings);
        Map<String, PartyConfig> banks = new TreeMap<>();
        named(
                        settings,
                        URLS,
                        "where payment providers are, as `name=url` or `name=sandbox` with commas between; one that is left out is a sandbox, in local mode only",
                        names)
                .forEach((name, url) -> banks.put(
                        name,
                        new PartyConfig(
                                PartyConfig.checked(settings, URLS, url),
                                keys.getOrDefault(name, ""),
                                timeoutMs,
                                limits)));
        return new Banks(banks, limits.audit());
    }

    /** The errors don't tell the values, because keys are secret. */
    private static Map<String, String> named(
            Settings settings, String setting, String about, Set<String> names) {
        Map<String, String> values = new TreeMap<>();
        Pattern.compile(",")
                .splitAsStream(settings.text(setting, about, ""))
                .filter(pair -> !pair.isBlank())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> {
                    if (pair.length == 2 && names.contains(pair[0].strip())) {
                        values.put(pair[0].strip(), pair[1].strip());
                    } else {
                        settings.error(
                                setting,
                                "expected name=value with commas between, for some of "
                                        + String.join(", ", new TreeSet<>(names)));
                    }
                });
        return values;
    }

    public Optional<PartyConfig> of(String name) {
        return Optional.ofNullable(byName.get(name)).filter(PartyConfig::isSet);
    }
}
