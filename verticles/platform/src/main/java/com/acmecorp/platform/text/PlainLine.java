package com.acmecorp.platform.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;

/**
 * One line of plain text as people type and paste it. Spaces, hyphens and quotes of typography become plain ones, what
 * nobody sees is left out, and what is left is kept as it is: quotes, semicolons and angle brackets are harmless where
 * each place that shows a text escapes it. Only what can't be shown is refused.
 */
final class PlainLine {

    private static final char FIRST_COMPOSED = 'À';
    private static final char LAST_COMPOSED = 'ſ';

    private PlainLine() {}

    static String normalise(String typed) {
        String line = typed;
        // What is left out may bring together what changes each other.
        for (String next = once(line); !next.equals(line); next = once(line)) {
            line = next;
        }
        return line;
    }

    private static String once(String typed) {
        if (isPlain(typed)) {
            return typed;
        }
        StringBuilder line = new StringBuilder(typed.length());
        plain(composed(typed)).codePoints().forEach(c -> append(line, c));
        while (last(line) == ' ' || Characters.isJoiner(last(line))) {
            line.setLength(line.length() - 1);
        }
        return composed(line.toString());
    }

    /** What most lines are: ASCII and letters of Western and Central Europe, with single spaces between words. */
    private static boolean isPlain(String typed) {
        char before = ' ';
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            boolean known = (c >= ' ' && c <= '~') || isComposedLetter(c);
            if (!known || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /** NFC leaves these as they are, whatever stands before them; a mark behind one is none of them. */
    private static boolean isComposedLetter(char c) {
        return c >= FIRST_COMPOSED && c <= LAST_COMPOSED && Character.isLetter(c);
    }

    private static String composed(String text) {
        return Normalizer.isNormalized(text, Form.NFC)
                ? text
                : Normalizer.normalize(text, Form.NFC);
    }

    /** Each character as its plain one, without those that nobody sees where they stand. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .map(Characters::plain)
                .filter(c -> c >= 0)
                .filter(c -> !Characters.isTag(c) || Characters.carriesTag(last(plain)))
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** A joiner stays only between characters that it changes; a space only behind something else. */
    private static void append(StringBuilder line, int c) {
        if (Characters.isJoiner(last(line)) && !Characters.joins(c)) {
            line.setLength(line.length() - 1);
        }
        boolean superfluous = c == ' '
                ? line.isEmpty() || last(line) == ' '
                : Characters.isJoiner(c) && !Characters.joins(last(line));
        if (!superfluous) {
            line.appendCodePoint(c);
        }
    }

    private static int last(StringBuilder text) {
        return text.isEmpty() ? 0 : text.codePointBefore(text.length());
    }

    /** The end of a sentence about a normalised line. */
    static Optional<String> fault(String line) {
        if (isPlain(line)) {
            return Optional.empty();
        }
        boolean visible = false;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            if (c < ' ' || c > '~') {
                Optional<String> reason = Characters.cannotBeShown(c);
                if (reason.isPresent()) {
                    return Optional.of("must not contain %s, which %s"
                            .formatted(Characters.name(c), reason.get()));
                }
            }
            visible |= Characters.isVisible(c);
            i += Character.charCount(c);
        }
        return visible ? Optional.empty() : Optional.of("must have a character that can be seen");
    }
}
