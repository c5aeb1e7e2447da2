package com.acmecorp.platform.text;

import java.util.Optional;

/** Which characters a person can't see, and which nobody can show. */
final class Characters {

    static final int ZWNJ = 0x200C;
    static final int ZWJ = 0x200D;

    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int BLANK_BRAILLE = 0x2800;

    private Characters() {}

    /** Whether the text is of ASCII alone, as most are. */
    static boolean areAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The plain character that a typographic one stands for; -1 for one that only a program sees. */
    static int plain(int c) {
        return switch (c) {
            case '\t' -> ' ';
            case 0xB4,
                    0x2B9,
                    0x2BB,
                    0x2BC,
                    0x2BD,
                    0x2018,
                    0x2019,
                    0x201A,
                    0x201B,
                    0x2032,
                    0x2035,
                    0xFF07 -> '\'';
            case 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x2036, 0xFF02 -> '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D ->
                '-';
            // Fillers of Hangul are letters to Unicode and blank to people.
            case 0x34F, 0x3164, 0xFFA0 -> -1;
            default ->
                Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : isFormat(c) ? -1 : c;
        };
    }

    /** Bidirectional controls, spaces without width, soft hyphens. Joiners and tags are judged by what is beside them. */
    private static boolean isFormat(int c) {
        return Character.getType(c) == Character.FORMAT
                && !isJoiner(c)
                && !isTag(c)
                && !isVisibleFormat(c);
    }

    /** Signs above or below Arabic, Syriac and Kaithi numbers. */
    private static boolean isVisibleFormat(int c) {
        return (c >= 0x600 && c <= 0x605)
                || c == 0x6DD
                || c == 0x70F
                || c == 0x890
                || c == 0x891
                || c == 0x8E2
                || c == 0x110BD
                || c == 0x110CD;
    }

    static boolean isJoiner(int c) {
        return c == ZWNJ || c == ZWJ;
    }

    static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    /** Tags spell the region of a flag behind a black one. */
    static boolean carriesTag(int before) {
        return before == BLACK_FLAG || isTag(before);
    }

    /** Whether a joiner beside it changes how it looks, as in Persian, in scripts of India and in emoji. */
    static boolean joins(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER -> false;
            case Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL -> true;
            default -> c == 0x2640 || c == 0x2642;
        };
    }

    /** Why nobody can show the character in one line. */
    static Optional<String> cannotBeShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                Optional.of("can't be shown in one line");
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
                Optional.of("can't be shown");
            default -> Optional.empty();
        };
    }

    static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR -> false;
            default -> c != BLANK_BRAILLE;
        };
    }

    /** A character as a person can look it up: its number and its name. */
    static String name(int c) {
        String name = Character.getName(c);
        return name == null ? "U+%04X".formatted(c) : "U+%04X (%s)".formatted(c, name);
    }
}
