package com.acmecorp.web.plants;

/** LB002: broad split leaves, each on a stalk of its own, and two young ones in front of the rim. */
final class Monstera implements Plant {

    private static final Point CROWN = Point.of(100, 132);
    private static final Pot POT = new Pot(CROWN, 28, Arch.FLOOR, 20, 6);

    @Override
    public Hue tint() {
        return Palette.PEACH;
    }

    @Override
    public void draw(Svg svg, Arch arch, Jitter jitter) {
        SplitLeaf.define(svg);
        arch.shadow(svg, CROWN.x(), 24);
        Pots.glazed(svg, POT, Palette.TEAL);
        Hue old = Palette.DEEP;
        Hue young = Palette.FRESH;
        leaf(svg, old.hidden(), jitter.around(Point.of(122, 74), 1), 30, 0.78);
        leaf(svg, old.turned(), jitter.around(Point.of(72, 78), 1), -44, 0.8);
        leaf(svg, old.turned(), jitter.around(Point.of(140, 104), 1), 82, 0.72);
        leaf(svg, old.lit(), jitter.around(Point.of(58, 106), 1), -86, 0.72);
        leaf(svg, old.lit(), jitter.around(Point.of(100, 78), 1), -6, 0.9);
        leaf(svg, young.turned(), jitter.around(Point.of(122, 116), 1), 128, 0.5);
        leaf(svg, young.lit(), jitter.around(Point.of(84, 116), 1), -64, 0.5);
    }

    private static void leaf(Svg svg, Tone tone, Point at, double turn, double size) {
        Point by = Point.of(CROWN.towards(at, 0.25).x(), at.y() + 14);
        svg.stroke(Palette.DEEP.mid(), 2.4, new Bend(CROWN, by, at).trace());
        svg.leaf(SplitLeaf.ID, tone, new Pose(at, turn, size));
    }
}
