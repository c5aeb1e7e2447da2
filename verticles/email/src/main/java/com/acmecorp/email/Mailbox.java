package com.acmecorp.email;

import com.acmecorp.platform.text.EmailAddress;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/**
 * A person's mail address with the name. Names come from forms: nothing in one can end the header's
 * line or become an address.
 *
 * @param address by the rule that the doors have, too, and in the form that every mail server takes
 */
record Mailbox(String name, String address) {

    /** As long as a form takes it; to encode a header takes longer than its length. */
    private static final int LONGEST_NAME = 200;

    Mailbox {
        name = beginning(OneLine.of(name));
        address = EmailAddress.parse(address).ascii();
    }

    private static String beginning(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME));
    }

    /**
     * Reads {@code Name <address>}, or an address alone.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Mailbox parse(String text) {
        try {
            InternetAddress parsed = new InternetAddress(text, true);
            String name = parsed.getPersonal();
            return new Mailbox(name == null ? "" : name, parsed.getAddress());
        } catch (AddressException e) {
            throw new IllegalArgumentException("not of the form Name <address>", e);
        }
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** {@code Name <address>} as it stands in a header: the name quoted or encoded if need be. */
    String header() {
        try {
            String charset = StandardCharsets.UTF_8.name();
            return name.isEmpty()
                    ? address
                    : new InternetAddress(address, name, charset).toString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java runtime has UTF-8", e);
        }
    }
}
