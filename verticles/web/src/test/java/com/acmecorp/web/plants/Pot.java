package com.acmecorp.web.plants;

/**
 * A round vessel, seen a little from above: half its width at its top and at its bottom, and how
 * far its side swells in between.
 */
record Pot(Point top, double rim, double bottom, double foot, double swell) {

    private static final double TILT = 0.15;

    /** Its whole side, in three tones. */
    void body(Svg svg, Hue hue) {
        svg.fill(hue.mid(), strip(-1, 1));
        svg.fill(hue.light(), strip(-1, -0.62));
        svg.fill(hue.shade(), strip(0.45, 1));
    }

    /** What a smooth side takes up again from the wall behind it. */
    void reflection(Svg svg, Hue hue) {
        svg.fill(hue.mid(), strip(0.9, 1));
    }

    /** The opening: the lip's upper side, and the soil in it. */
    void mouth(Svg svg, Hue hue, double lip) {
        double inner = rim - lip;
        svg.fill(hue.light(), Trace.ellipse(top, rim, rim * TILT));
        svg.fill(hue.shade(), Trace.ellipse(top, inner, inner * TILT));
        svg.fill(
                Palette.SOIL.mid(),
                Trace.ellipse(top.plus(0, 1.2), inner - 1.5, inner * TILT - 1.1));
    }

    /** A band around it that starts so far below its top, is so high, and stands out a little. */
    Pot band(double below, double height, double out) {
        return new Pot(
                top.plus(0, below),
                halfAt(below) + out,
                top.y() + below + height,
                halfAt(below + height) + out,
                0);
    }

    /** The part of its side between two shares of its half width, from -1 (left) to 1 (right). */
    Trace strip(double left, double right) {
        return Trace.from(at(left, 0))
                .cubic(at(left, 1), at(left, 2), at(left, 3))
                .arc(foot, foot * TILT, false, at(right, 3))
                .cubic(at(right, 2), at(right, 1), at(right, 0))
                .arc(rim, rim * TILT, true, at(left, 0))
                .close();
    }

    private double halfAt(double below) {
        double share = below / height();
        return rim + (foot - rim) * share + 3 * swell * share * (1 - share);
    }

    /** A control point of the side's curve: 0 is at the top, 3 at the bottom. */
    private Point at(double across, int third) {
        double half = rim + (foot - rim) * third / 3 + (third % 3 == 0 ? 0 : swell);
        double depth = Math.sqrt(1 - across * across) * TILT * (third < 2 ? rim : foot);
        return top.plus(across * half, height() * third / 3 + depth);
    }

    private double height() {
        return bottom - top.y();
    }
}
