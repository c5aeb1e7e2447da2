package com.acmecorp.web.openapi;

import com.acmecorp.platform.text.TextForm;
import com.google.re2j.Pattern;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the keywords of a schema demand, each with the end of the sentence that says so. */
final class Rules {

    private Rules() {}

    record Type(List<JsonType> types, Optional<String> expected) implements Rule {
        @Override
        public void check(String path, @Nullable Object value, Faults faults) {
            for (JsonType type : types) {
                if (type.admits(value)) {
                    return;
                }
            }
            faults.add(path, "must be " + words());
        }

        private String words() {
            return types.size() == 1
                    ? types.getFirst().words()
                    : expected.orElseGet(() -> types.stream()
                            .map(JsonType::words)
                            .collect(Collectors.joining(" or ")));
        }
    }

    record Choice(List<?> options) implements Rule {
        @Override
        public void check(String path, @Nullable Object value, Faults faults) {
            if (value == null || !options.contains(value)) {
                faults.add(path, "must be " + joined(options, " or "));
            }
        }
    }

    /** A text that is longer than {@code longest} isn't even looked at: that is a fault by itself. */
    record Form(Pattern pattern, int longest, Optional<String> expected) implements Rule {
        @Override
        public void check(String path, @Nullable Object value, Faults faults) {
            if (value instanceof String text
                    && (text.codePointCount(0, text.length()) > longest
                            || !pattern.matcher(text).find())) {
                faults.add(path, "must be " + expected.orElse("of another form"));
            }
        }
    }

    record Typed(TextForm form, int most, boolean mayBeEmpty) implements Rule {
        @Override
        public void check(String path, @Nullable Object value, Faults faults) {
            if (value instanceof String text && !(mayBeEmpty && text.isBlank())) {
                form.fault(text, most).ifPresent(fault -> faults.add(path, fault));
            }
        }
    }

    record Length(int least, int most) implements Rule {
        @Override
        public void check(String path, @Nullable Object value, Faults faults) {
            if (value instanceof String text) {
                int length = text.codePointCount(0, text.length());
                if (length == 0 && least > 0) {
                    faults.add(path, "must not be empty");
                } else if (length < least) {
                    faults.add(path, "must have at least " + least + " characters");
                } else if (length > most) {
                    faults.add(path, "must have at most " + most + " characters, not " + length);
                }
            }
        }
    }

    record Range(Optional<BigInteger> least, Optional<BigInteger> most) implements Rule {
        @Override
        public void check(String path, @Nullable Object value, Faults faults) {
            if (value instanceof Number number && JsonType.INTEGER.admits(number)) {
                BigInteger exact = number instanceof BigInteger big
                        ? big
                        : BigInteger.valueOf(number.longValue());
                least.filter(bound -> exact.compareTo(bound) < 0)
                        .ifPresent(bound -> faults.add(path, "must not be less than " + bound));
                most.filter(bound -> exact.compareTo(bound) > 0)
                        .ifPresent(bound -> faults.add(path, "must not be more than " + bound));
            }
        }
    }

    record Required(List<String> names) implements Rule {
        @Override
        public void check(String path, @Nullable Object value, Faults faults) {
            if (value instanceof Map<?, ?> object) {
                for (String name : names) {
                    if (!object.containsKey(name)) {
                        faults.add(below(path, name), "is missing");
                    }
                }
            }
        }
    }

    record Properties(Map<String, Rule> rules, boolean closed) implements Rule {
        @Override
        public void check(String path, @Nullable Object value, Faults faults) {
            if (value instanceof Map<?, ?> object) {
                object.forEach((name, child) ->
                        check(below(path, String.valueOf(name)), name, child, faults));
            }
        }

        private void check(String path, Object name, @Nullable Object value, Faults faults) {
            Rule rule = rules.get(name);
            if (rule != null) {
                rule.check(path, value, faults);
            } else if (closed) {
                faults.add(
                        path,
                        "isn't known here; the fields are "
                                + joined(rules.keySet().stream().sorted().toList(), " and "));
            }
        }
    }

    record Branch(Rule condition, Optional<Rule> then, Optional<Rule> otherwise) implements Rule {
        @Override
        public void check(String path, @Nullable Object value, Faults faults) {
            (condition.accepts(value) ? then : otherwise)
                    .ifPresent(rule -> rule.check(path, value, faults));
        }
    }

    /** An object with these fields and no others. */
    static Rule closed(Map<String, Rule> fields, List<String> required) {
        Rule names = new Required(List.copyOf(required));
        Rule values = new Properties(Map.copyOf(fields), true);
        return (path, value, faults) -> {
            names.check(path, value, faults);
            values.check(path, value, faults);
        };
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String joined(List<?> words, String lastSeparator) {
        String allButLast = words.subList(0, words.size() - 1).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return allButLast.isEmpty()
                ? words.getLast().toString()
                : allButLast + lastSeparator + words.getLast();
    }
}
