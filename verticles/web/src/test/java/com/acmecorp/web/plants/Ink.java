package com.acmecorp.web.plants;

/** One colour, as it is by day and in the dark; both as "#rrggbb". */
record Ink(String light, String dark) {

    Ink {
        if (!light.matches("#[0-9a-f]{6}") || !dark.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException("no colours: " + light + " " + dark);
        }
    }

    /** A fifth of the way to black. */
    Ink deeper() {
        return new Ink(deeper(light), deeper(dark));
    }

    private static String deeper(String color) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        int red = (rgb >> 16) * 4 / 5;
        int green = (rgb >> 8 & 255) * 4 / 5;
        int blue = (rgb & 255) * 4 / 5;
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
