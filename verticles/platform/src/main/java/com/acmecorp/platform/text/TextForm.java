package com.acmecorp.platform.text;

import java.util.Locale;
import java.util.Optional;

/**
 * The forms of text that people type. Whatever takes such a text normalises it first and judges the result, so that
 * each door, the database and the mailer agree. The OpenAPI documents name a form as {@code x-text}.
 */
public enum TextForm {
    /** One line that can be shown: a name, a street, a city. */
    LINE {
        @Override
        public String normalise(String typed) {
            return PlainLine.normalise(typed);
        }

        @Override
        Optional<String> faultIn(String line) {
            return PlainLine.fault(line);
        }
    },
    /** An address that mail can be sent to. */
    EMAIL {
        @Override
        public String normalise(String typed) {
            return EmailAddress.normalise(typed);
        }

        @Override
        Optional<String> faultIn(String address) {
            return EmailAddress.fault(address);
        }
    },
    /** A number that a driver can call. */
    PHONE {
        @Override
        public String normalise(String typed) {
            return PhoneNumber.normalise(typed);
        }

        @Override
        Optional<String> faultIn(String number) {
            return PhoneNumber.fault(number);
        }
    },
    /** A number that is copied from a paper: its zeros in front belong to it, its spaces and hyphens don't. */
    DIGITS {
        @Override
        public String normalise(String typed) {
            return Digits.normalise(typed);
        }

        @Override
        Optional<String> faultIn(String digits) {
            return Digits.fault(digits);
        }
    };

    /** What is longer than so many times the limit isn't even normalised. */
    private static final int MOST_TO_ONE = 8;

    /** The text as it is kept; normalising it again changes nothing. */
    public abstract String normalise(String typed);

    /** What is wrong with a normalised text that isn't empty. */
    abstract Optional<String> faultIn(String normalised);

    /**
     * What is wrong with a text, length aside.
     *
     * @return the end of a sentence that begins with the field's name; empty when nothing is
     */
    public Optional<String> fault(String typed) {
        return fault(typed, Integer.MAX_VALUE / MOST_TO_ONE);
    }

    /**
     * What is wrong with a text.
     *
     * @param most characters it may have after it was normalised
     * @return the end of a sentence that begins with the field's name; empty when nothing is
     */
    public Optional<String> fault(String typed, int most) {
        if (typed.length() / MOST_TO_ONE > most) {
            return tooLong(typed, most);
        }
        String text = normalise(typed);
        if (text.isEmpty()) {
            return Optional.of("must not be empty");
        }
        return text.length() > most && text.codePointCount(0, text.length()) > most
                ? tooLong(text, most)
                : faultIn(text);
    }

    private static Optional<String> tooLong(String text, int most) {
        return Optional.of("must have at most %d characters, not %d"
                .formatted(most, text.codePointCount(0, text.length())));
    }

    /** The form that a document calls by this name, in lower case. */
    public static TextForm named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
