package com.acmecorp.platform.text;

import java.util.Optional;

/** A number that is a text: an organization's number, copied with the spaces and hyphens that papers give it. */
public final class Digits {

    private static final int MOST = 20;

    private Digits() {}

    static String normalise(String typed) {
        String line = PlainLine.normalise(inAscii(typed));
        StringBuilder digits = new StringBuilder(line.length());
        line.chars()
                .filter(c -> c != ' ' && c != '-' && c != '.')
                .forEach(c -> digits.append((char) c));
        return PlainLine.normalise(digits.toString());
    }

    static Optional<String> fault(String digits) {
        return digits.isEmpty() || areAll(digits, MOST)
                ? Optional.empty()
                : Optional.of("must be 6 to 20 digits");
    }

    /** Whether a text is ASCII digits and nothing else: one at least, and at most that many. */
    public static boolean areAll(String text, int most) {
        return !text.isEmpty()
                && text.length() <= most
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Digits of other scripts, such as Arabic ones or those of full width, as those that everybody reads. */
    static String inAscii(String typed) {
        if (Characters.areAscii(typed)) {
            return typed;
        }
        StringBuilder text = new StringBuilder(typed.length());
        typed.codePoints()
                .map(c ->
                        Character.isDigit(c) ? '0' + Character.digit(c, 10) : c == 0xFF0B ? '+' : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
