package com.acmecorp.platform.text;

import java.net.IDN;
import java.util.Arrays;
import java.util.Optional;

/**
 * An address that every mail server takes. Its local part is of plain letters, for many servers take no others; its
 * domain may be of any script and is sent in the form that the domain name system knows.
 *
 * @param ascii as it stands in a mail
 */
public record EmailAddress(String ascii) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST_LABEL = 63;
    private static final String SYMBOLS = "!#$%&'*+-/=?^_`{|}~.";
    private static final String FORM = "must be an e-mail address such as ann@example.com";

    /** Older and newer rules for domains read these as different domains. */
    private static final String AMBIGUOUS = "ßς\u200C\u200D";

    /**
     * The address that was typed.
     *
     * @throws IllegalArgumentException when mail can't be sent to it
     */
    public static EmailAddress parse(String typed) {
        String address = normalise(typed);
        sendingFault(address).ifPresent(_ -> {
            throw new IllegalArgumentException("not an address that mail can be sent to");
        });
        return new EmailAddress(inAscii(address));
    }

    static String normalise(String typed) {
        return PlainLine.normalise(typed);
    }

    /** What is wrong with a customer's address, whose domain is one of the Internet's. */
    static Optional<String> fault(String address) {
        Optional<String> fault = sendingFault(address);
        return fault.isEmpty() && !endsInTopLevelDomain(inAscii(address))
                ? Optional.of(FORM)
                : fault;
    }

    /** What is wrong with an address that may be of a machine nearby, such as {@code root@localhost}. */
    private static Optional<String> sendingFault(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || address.indexOf('@') < at || address.length() > LONGEST) {
            return Optional.of(FORM);
        }
        return localFault(address.substring(0, at))
                .or(() -> ambiguous(address.substring(at)))
                .or(() -> isDomain(domainInAscii(address)) && inAscii(address).length() <= LONGEST
                        ? Optional.empty()
                        : Optional.of(FORM));
    }

    private static Optional<String> localFault(String local) {
        for (int i = 0; i < local.length(); i++) {
            if (!isLocal(local.charAt(i))) {
                return Optional.of("must not contain %s in front of the @"
                        .formatted(Characters.name(local.codePointAt(i))));
            }
        }
        boolean emptyWord = local.startsWith(".") || local.endsWith(".") || local.contains("..");
        return emptyWord || local.length() > LONGEST_LOCAL ? Optional.of(FORM) : Optional.empty();
    }

    private static boolean isLocal(int c) {
        return isLetterOrDigit(c) || (c < 0x80 && SYMBOLS.indexOf(c) >= 0);
    }

    private static Optional<String> ambiguous(String domain) {
        if (Characters.areAscii(domain)) {
            return Optional.empty();
        }
        return domain.codePoints()
                .filter(c -> AMBIGUOUS.indexOf(c) >= 0)
                .mapToObj(c -> "must have a domain without %s; please write it in its form xn--…"
                        .formatted(Characters.name(c)))
                .findFirst();
    }

    private static boolean isDomain(String domain) {
        return !domain.isEmpty()
                && Arrays.stream(domain.split("\\.", -1)).allMatch(EmailAddress::isLabel);
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && areLetterDigitHyphen(label);
    }

    private static boolean areLetterDigitHyphen(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (!isLetterOrDigit(label.charAt(i)) && label.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    /** Numbers at the end belong to addresses of machines, which no mail server takes without brackets. */
    private static boolean endsInTopLevelDomain(String address) {
        int dot = address.lastIndexOf('.');
        return dot > address.indexOf('@')
                && address.length() - dot > 2
                && address.substring(dot + 1).chars().anyMatch(c -> c > '9');
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static String inAscii(String address) {
        if (Characters.areAscii(address)) {
            return address;
        }
        return address.substring(0, address.lastIndexOf('@') + 1) + domainInAscii(address);
    }

    /** Empty where there is no such domain. */
    private static String domainInAscii(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        if (Characters.areAscii(domain)) {
            return domain;
        }
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
