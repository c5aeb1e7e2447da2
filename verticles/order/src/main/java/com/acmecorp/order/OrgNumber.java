package com.acmecorp.order;

import com.acmecorp.platform.text.TextForm;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;

/**
 * The number under which a country knows a business. It is a text, for zeros may stand in front; many
 * clients write it as a number nevertheless.
 *
 * @param digits 6 to 20 of them
 */
record OrgNumber(String digits) {

    private static final int FEWEST_DIGITS = 6;

    /** The smallest number that has as many digits, as those expect who read it as a number. */
    private static final BigInteger LEAST = BigInteger.valueOf(100_000);

    OrgNumber {
        if (digits.length() < FEWEST_DIGITS
                || !digits.equals(TextForm.DIGITS.normalise(digits))
                || TextForm.DIGITS.fault(digits).isPresent()) {
            throw new IllegalArgumentException("an organization number has 6 to 20 digits");
        }
    }

    /**
     * Reads a number as JSON has it; null where there is none, or zeros stand for none.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    static @Nullable OrgNumber read(@Nullable Object json) {
        String digits = switch (json) {
            case null -> "";
            case String typed -> TextForm.DIGITS.normalise(typed);
            case Integer _, Long _, BigInteger _ -> json.toString();
            default -> throw new IllegalArgumentException("neither a number nor a text");
        };
        return digits.chars().allMatch(digit -> digit == '0') ? null : new OrgNumber(digits);
    }

    /** As a number, without the zeros in front; null where it is too small for one. */
    @Nullable
    BigInteger number() {
        BigInteger number = new BigInteger(digits);
        return number.compareTo(LEAST) < 0 ? null : number;
    }
}
