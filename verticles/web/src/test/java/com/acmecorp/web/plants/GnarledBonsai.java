package com.acmecorp.web.plants;

/** EX002: an old trunk that changed its mind twice, and cushions of needles in layers. */
final class GnarledBonsai implements Plant {

    private static final Pot TRAY = new Pot(Point.of(98, 154), 48, 168, 43, 1);
    private static final Trunk TRUNK = Trunk.of(
            86, 155, 17, 86, 147, 10, 82, 132, 8.5, 94, 114, 7.5, 112, 98, 6.5, 108, 78, 5, 92, 62,
            3.8, 94, 44, 2);
    private static final String TUFT = "t";
    private static final String PAD = "a";

    @Override
    public Hue tint() {
        return Palette.LILAC;
    }

    @Override
    public void draw(Svg svg, Arch arch, Jitter jitter) {
        svg.symbol(TUFT, symbol -> symbol.inFill(tuft()));
        svg.symbol(PAD, symbol -> new Pad(30, 12, 40).draw(symbol, Palette.PINE, TUFT, jitter));
        arch.shadow(svg, 96, 44);
        Pots.gilded(svg, TRAY, Palette.AUBERGINE);
        svg.fill(Palette.MOSS.mid(), Trace.ellipse(Point.of(88, 153.5), 32, 4));
        wood(svg);
        svg.fill(Palette.MOSS.light(), Trace.ellipse(Point.of(74, 155), 13, 2.2));
        svg.fill(Palette.MOSS.mid(), Trace.ellipse(Point.of(98, 156), 14, 2.4));
        pad(svg, Point.of(54, 104), 0.85, 0.85);
        pad(svg, Point.of(50, 72), 0.95, 0.95);
        pad(svg, Point.of(160, 118), 0.85, 0.85);
        pad(svg, Point.of(92, 38), 1.05, 1.3);
    }

    /** One pad stands behind the trunk. */
    private static void wood(Svg svg) {
        Trunk.of(108, 96, 4, 122, 88, 3, 136, 78, 1.5).drawThin(svg);
        pad(svg, Point.of(134, 70), 0.8, 0.8);
        Trunk.of(112, 98, 5, 134, 96, 4, 152, 104, 3, 164, 120, 1.5).drawThin(svg);
        Trunk.of(88, 122, 4, 56, 106, 1.5).drawThin(svg);
        Trunk.of(98, 70, 3, 78, 78, 2.5, 56, 76, 1.5).drawThin(svg);
        TRUNK.draw(svg);
        svg.fill(Palette.WOOD.shade(), Trace.ellipse(Point.of(87, 127), 2.2, 3.6));
        svg.fill(Palette.SOIL.shade(), Trace.ellipse(Point.of(87.4, 127.4), 1.1, 2.2));
    }

    private static void pad(Svg svg, Point at, double width, double height) {
        svg.place(PAD, new Pose(at, 0, width, height));
    }

    /** Five needles. */
    private static Trace tuft() {
        Trace trace = Trace.from(Point.of(-1, 2));
        for (int turn = -80; turn <= 80; turn += 40) {
            trace.line(Point.polar(turn - 14, 2.7)).line(Point.polar(turn, 7.2));
        }
        return trace.line(Point.of(1, 2)).close();
    }
}
