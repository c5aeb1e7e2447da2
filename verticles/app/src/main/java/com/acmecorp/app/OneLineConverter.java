package com.acmecorp.app;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * A log line's message on one line. No text from outside can begin a line of its own: a control character becomes a space, and so
 * does a line break unless what follows is indented, as our banner is. (Logback's %replace looks with a pattern through
 * each of the lines, of which an order has a dozen.)
 */
public final class OneLineConverter extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent line) {
        String said = line.getFormattedMessage();
        for (int i = 0; i < said.length(); i++) {
            if (isControl(said.charAt(i))) {
                return onOneLine(said);
            }
        }
        return said;
    }

    private static String onOneLine(String said) {
        StringBuilder line = new StringBuilder(said);
        for (int i = 0; i < line.length(); i++) {
            if (isControl(line.charAt(i)) && !breaksToIndented(line, i)) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }

    /** Of ASCII, as ever. */
    private static boolean isControl(char c) {
        return c < ' ' || c == 0x7F;
    }

    private static boolean breaksToIndented(CharSequence line, int i) {
        return line.charAt(i) == '\n' && (i + 1 == line.length() || isSpace(line.charAt(i + 1)));
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
