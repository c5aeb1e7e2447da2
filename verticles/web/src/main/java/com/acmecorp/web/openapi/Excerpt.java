package com.acmecorp.web.openapi;

/** The beginning of what a client sent, for an answer or a log line that stays short whatever that was. */
public final class Excerpt {

    private static final int LONGEST = 200;

    private Excerpt() {}

    public static String of(String text) {
        return of(text, LONGEST);
    }

    static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "…";
    }
}
