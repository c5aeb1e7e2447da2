package com.acmecorp.email;

/** A stranger's text on one line, so that it can't end a mail's header or sentence and begin one of its own. */
final class OneLine {

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private OneLine() {}

    /** The text with a space for whatever breaks a line, none at its ends, and never two. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(line, isBreak(c) ? ' ' : c));
        return line.toString().strip();
    }

    private static boolean isBreak(int c) {
        return Character.isISOControl(c)
                || Character.isWhitespace(c)
                || c == LINE_SEPARATOR
                || c == PARAGRAPH_SEPARATOR;
    }

    private static void append(StringBuilder line, int c) {
        boolean isSecondSpace =
                c == ' ' && !line.isEmpty() && line.charAt(line.length() - 1) == ' ';
        if (!isSecondSpace) {
            line.appendCodePoint(c);
        }
    }
}
