package com.acmecorp.web.plants;

/** The shop's three ways to finish a pot. */
final class Pots {

    private Pots() {}

    /** Basic: a plain flower pot with a collar. */
    static void terracotta(Svg svg, Pot pot) {
        Hue hue = Palette.TERRACOTTA;
        Pot collar = pot.band(0, 11, 2.5);
        pot.body(svg, hue);
        svg.fill(hue.shade(), pot.band(9, 6, 0).strip(-1, 1));
        collar.body(svg, hue);
        collar.mouth(svg, hue, 3);
    }

    /** Lush: glazed down to a foot of bare clay, and shining. */
    static void glazed(Svg svg, Pot pot, Hue hue) {
        Pot lip = pot.band(0, 4, 1.5);
        smooth(svg, pot, hue);
        pot.band(pot.bottom() - pot.top().y() - 6, 6, 0).body(svg, Palette.CLAY);
        svg.fill(hue.light(), pot.band(10, 20, -6).strip(-0.72, -0.6));
        svg.fill(hue.shade(), pot.band(4, 4, 0).strip(-0.62, 0.9));
        lip.body(svg, hue);
        lip.mouth(svg, hue, 3);
    }

    /** Exclusive: dark, with a rim of gold. */
    static void gilded(Svg svg, Pot pot, Hue hue) {
        Pot rim = pot.band(0, 5, 1.2);
        smooth(svg, pot, hue);
        svg.fill(hue.shade(), pot.band(5, 3, 0).strip(-0.62, 0.9));
        rim.body(svg, Palette.GOLD);
        rim.mouth(svg, Palette.GOLD, 2.5);
    }

    private static void smooth(Svg svg, Pot pot, Hue hue) {
        pot.body(svg, hue);
        pot.reflection(svg, hue);
    }
}
