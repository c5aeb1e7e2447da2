package com.acmecorp.platform.text;

import java.util.Optional;

/** A phone number as people write it, with words such as {@code Ext.}; a driver reads it, no program dials it. */
final class PhoneNumber {

    private static final String SCHEME = "tel:";
    private static final int LEAST_DIGITS = 3;

    private PhoneNumber() {}

    static String normalise(String typed) {
        String line = PlainLine.normalise(Digits.inAscii(typed));
        return line.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? normalise(line.substring(SCHEME.length()))
                : line;
    }

    static Optional<String> fault(String number) {
        return !hasDigits(number)
                ? Optional.of("must be a phone number such as +1 (555) 010-9999")
                : PlainLine.fault(number);
    }

    private static boolean hasDigits(String number) {
        int digits = 0;
        for (int i = 0; i < number.length() && digits < LEAST_DIGITS; i++) {
            char c = number.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
        }
        return digits == LEAST_DIGITS;
    }
}
