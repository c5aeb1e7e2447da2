package com.acmecorp.web.plants;

import java.math.BigDecimal;

/** Numbers as a picture needs them: in tenths, and without anything that can be left out. */
final class Numbers {

    private Numbers() {}

    /** A minus sign separates as well as a space does. */
    static String list(double... values) {
        StringBuilder list = new StringBuilder(of(values[0]));
        for (int i = 1; i < values.length; i++) {
            list.append(next(values[i]));
        }
        return list.toString();
    }

    static String next(double value) {
        String number = of(value);
        return number.startsWith("-") ? number : " " + number;
    }

    static String of(double value) {
        return shortened(Math.round(value * 10), 1);
    }

    /** In hundredths: what coordinates are multiplied with. */
    static String factor(double value) {
        return shortened(Math.round(value * 100), 2);
    }

    private static String shortened(long digits, int decimals) {
        return BigDecimal.valueOf(digits, decimals)
                .stripTrailingZeros()
                .toPlainString()
                .replaceFirst("^(-?)0\\.", "$1.");
    }
}
