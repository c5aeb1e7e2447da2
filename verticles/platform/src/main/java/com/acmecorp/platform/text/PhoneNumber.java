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
        long digits = number.chars()
                .filter(c -> c >= '0' && c <= '9')
                .limit(LEAST_DIGITS)
                .count();
        return digits < LEAST_DIGITS
                ? Optional.of("must be a phone number such as +1 (555) 010-9999")
                : PlainLine.fault(number);
    }
}
