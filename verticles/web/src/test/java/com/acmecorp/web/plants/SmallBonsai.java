package com.acmecorp.web.plants;

/** BB001: a straight little trunk with a round crown. */
final class SmallBonsai implements Plant {

    private static final Pot POT = new Pot(Point.of(100, 142), 24, Arch.FLOOR, 18, 0);
    private static final String LEAF = "t";
    private static final String PAD = "a";

    @Override
    public Hue tint() {
        return Palette.SKY;
    }

    @Override
    public void draw(Svg svg, Arch arch, Jitter jitter) {
        svg.symbol(LEAF, symbol -> symbol.inFill(leaf()));
        svg.symbol(PAD, symbol -> new Pad(24, 18, 52).draw(symbol, Palette.LEAFLET, LEAF, jitter));
        arch.shadow(svg, 100, 20);
        Pots.terracotta(svg, POT);
        Trunk.of(99, 112, 3, 90, 98, 2.4, 80, 86, 1.5).drawThin(svg);
        Trunk.of(101, 108, 3, 112, 98, 2.4, 122, 88, 1.5).drawThin(svg);
        Trunk.of(100, 143, 9, 100, 136, 5.5, 99, 120, 4.5, 101, 104, 3.6, 100, 84, 2)
                .draw(svg);
        svg.place(PAD, new Pose(Point.of(124, 82), 0, 0.9));
        svg.place(PAD, new Pose(Point.of(77, 82), 0, 0.95));
        svg.place(PAD, new Pose(Point.of(101, 64), 0, 1.15));
    }

    private static Trace leaf() {
        Point root = Point.of(0, 3);
        Point tip = Point.of(0, -6);
        return Trace.from(root)
                .quad(Point.of(-5, -1), tip)
                .quad(Point.of(5, -1), root)
                .close();
    }
}
