package com.acmecorp.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A person's mail address with the name. Names come from forms: nothing in one can end the header's
 * line or become an address.
 *
 * @param address in the form that every mail server takes: ASCII, one @, no quotes
 */
record Mailbox(String name, String address) {

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final int LONGEST = 254;

    Mailbox {
        name = CONTROLS.matcher(name).replaceAll(" ").strip();
        address = inAscii(address);
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("not an address that mail can be sent to");
        }
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

    /** Domains may have letters like ñ; servers know them under another name. */
    private static String inAscii(String address) {
        int at = address.lastIndexOf('@');
        return at < 0
                ? address
                : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }
}
