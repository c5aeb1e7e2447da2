package com.acmecorp.web.plants;

/** Three tones of one colour: where the light falls, where it passes, and where it doesn't come. */
record Hue(Ink light, Ink mid, Ink shade) {

    private static final int WIDTH = "#rrggbb ".length();

    /** Light, mid and shade by day, and the same in the dark. */
    static Hue of(String day, String night) {
        return new Hue(ink(day, night, 0), ink(day, night, 1), ink(day, night, 2));
    }

    /** A leaf's two halves, the first of which faces the light. */
    Tone lit() {
        return new Tone(light, mid);
    }

    /** The same further from the light. */
    Tone turned() {
        return new Tone(mid, shade);
    }

    /** The same behind other leaves. */
    Tone hidden() {
        return new Tone(shade, shade.deeper());
    }

    private static Ink ink(String day, String night, int index) {
        int from = index * WIDTH;
        int to = from + WIDTH - 1;
        return new Ink(day.substring(from, to), night.substring(from, to));
    }
}
