package com.acmecorp.platform.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;

/**
 * What a mail may show of a text that a stranger may have typed. Mail programs turn what looks like
 * an address into a link, which would seem to be ours; such a text is left out.
 */
public final class MailText {

    private static final List<String> SIGNS_OF_LINKS = List.of("://", "@", "www.", "mailto:");

    private MailText() {}

    /** A person's name; empty where it could be read as an address, be it of a site alone. */
    public static String name(String typed) {
        String name = PlainLine.normalise(typed);
        return hasSign(name) || hasDomain(compatible(name)) ? "" : name;
    }

    /** A street or a city; empty where it has what only an address of a site or a mailbox has. */
    public static String place(String typed) {
        String place = PlainLine.normalise(typed);
        return hasSign(place) ? "" : place;
    }

    private static boolean hasSign(String text) {
        return SIGNS_OF_LINKS.stream().anyMatch(compatible(text)::contains);
    }

    /** With letters and signs of full width as programs read them. */
    private static String compatible(String text) {
        if (Characters.areAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return Normalizer.normalize(text, Form.NFKC).toLowerCase(Locale.ROOT).replace('。', '.');
    }

    /** A dot between a letter or digit and two letters, which initials don't have. */
    private static boolean hasDomain(String name) {
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
            if (dot > 0
                    && dot + 2 < name.length()
                    && Character.isLetterOrDigit(name.charAt(dot - 1))
                    && Character.isLetter(name.charAt(dot + 1))
                    && Character.isLetter(name.charAt(dot + 2))) {
                return true;
            }
        }
        return false;
    }
}
