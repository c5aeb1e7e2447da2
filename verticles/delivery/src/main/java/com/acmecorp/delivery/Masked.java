package com.acmecorp.delivery;

/** Contact data with so much left that its owner knows it again, and nobody else can use it. */
final class Masked {

    private static final String REST = "…";
    private static final int LAST_DIGITS = 4;

    private Masked() {}

    /** The first letter and what stands behind the @: {@code a…@example.com}. */
    static String email(String address) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return REST;
        }
        String domain = address.substring(at);
        int first = address.codePointCount(0, at) > 1 ? address.offsetByCodePoints(0, 1) : 0;
        return address.substring(0, first) + REST + domain;
    }

    /** The last digits, if that isn't most of the number: {@code …0100}. */
    static String phone(String number) {
        StringBuilder digits = new StringBuilder();
        number.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.length() < 2 * LAST_DIGITS - 1
                ? REST
                : REST + digits.substring(digits.length() - LAST_DIGITS);
    }
}
