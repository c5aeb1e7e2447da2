package com.acmecorp.platform.config;

import org.apache.commons.text.similarity.LevenshteinDistance;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What the settings are called, in files and in the environment. A name that there is not is refused with the nearest
 * one that there is, because a setting that is ignored would be noticed much later.
 */
final class SettingNames {

    private static final String PREFIX = "ACME_";
    private static final Pattern WORD = Pattern.compile("\\.|(?<=[a-z0-9])(?=[A-Z])");

    /** Variables of the launcher and of the tests, and Kubernetes' about services whose names begin with acme. */
    private static final Pattern OTHERS = Pattern.compile(
            "ACME_(JAVA_OPTS|TEST_MYSQL_\\w+"
                    + "|(\\w+_)?SERVICE_(HOST|PORT(_\\w+)?)|(\\w+_)?PORT_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");

    private static final Pattern ADDRESS_OF_SERVICE = Pattern.compile("(tcp|udp|sctp)://.*");

    private final Set<String> keys;
    private final List<String> variables;

    SettingNames(Set<String> keys) {
        this.keys = keys;
        this.variables = keys.stream().map(SettingNames::variable).toList();
    }

    /** {@code email.replyTimeoutMs} is {@code ACME_EMAIL_REPLY_TIMEOUT_MS}. */
    static String variable(String key) {
        return PREFIX + WORD.matcher(key).replaceAll("_").toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a key of a file or of the command line. */
    Optional<String> faultOfKey(String key) {
        return keys.contains(key)
                ? Optional.empty()
                : Optional.of(unknown(key, keys, name -> name.toLowerCase(Locale.ROOT)));
    }

    /** What is wrong with a variable of the environment; nothing where it doesn't carry our prefix. */
    Optional<String> faultOfVariable(String name, String value) {
        boolean ours = name.toUpperCase(Locale.ROOT).startsWith(PREFIX);
        return !ours || variables.contains(name) || isOthers(name, value)
                ? Optional.empty()
                : Optional.of(unknown(
                        name, variables, other -> other.toUpperCase(Locale.ROOT).replace("_", "")));
    }

    private static boolean isOthers(String name, String value) {
        return OTHERS.matcher(name).matches()
                || (name.endsWith("_PORT") && ADDRESS_OF_SERVICE.matcher(value).matches());
    }

    /** The value isn't told: it may be a secret. */
    private static String unknown(
            String name, Collection<String> known, UnaryOperator<String> plain) {
        return name + ": there is no such setting"
                + nearest(name, known, plain)
                        .map("; the nearest is %s"::formatted)
                        .orElse("");
    }

    private static Optional<String> nearest(
            String name, Collection<String> known, UnaryOperator<String> plain) {
        String wanted = plain.apply(name);
        return known.stream()
                .min(Comparator.<String>comparingInt(other -> distance(wanted, plain.apply(other)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String wanted, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(wanted, other);
    }
}
