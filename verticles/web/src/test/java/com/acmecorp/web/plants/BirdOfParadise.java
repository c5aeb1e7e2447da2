package com.acmecorp.web.plants;

import java.util.List;

/** EX001: a fan of tall paddles, torn by the wind, and the flower that it is named after. */
final class BirdOfParadise implements Plant {

    private static final Point CROWN = Point.of(100, 126);
    private static final Pot POT = new Pot(CROWN, 25, Arch.FLOOR, 15, 0);
    private static final String LEAF = "l";

    @Override
    public Hue tint() {
        return Palette.STRAW;
    }

    @Override
    public void draw(Svg svg, Arch arch, Jitter jitter) {
        svg.symbol(LEAF, BirdOfParadise::leaf);
        arch.shadow(svg, CROWN.x(), 18);
        Pots.gilded(svg, POT, Palette.AUBERGINE);
        Hue green = Palette.SEA;
        leaf(svg, green.turned(), jitter.around(Point.of(102, 74), 1), 0, 1);
        leaf(svg, green.turned(), jitter.around(Point.of(84, 80), 1), -22, 0.95);
        leaf(svg, green.lit(), jitter.around(Point.of(72, 98), 1), -46, 0.85);
        leaf(svg, green.turned(), jitter.around(Point.of(132, 100), 1), 56, 0.82);
        flower(svg, Point.of(138, 60));
        leaf(svg, green.lit(), jitter.around(Point.of(111, 94), 1), 12, 0.7);
        leaf(svg, green.lit(), jitter.around(Point.of(92, 98), 1), -10, 0.72);
        leaf(svg, green.lit(), jitter.around(Point.of(113, 124), 1), 118, 0.42);
    }

    private static void leaf(Shapes symbol) {
        List<Point> whole = List.of(
                Point.ORIGIN,
                Point.of(-8, -6),
                Point.of(-14, -20),
                Point.of(-13, -42),
                Point.of(-5, -61),
                Point.of(0, -68));
        List<Point> below =
                List.of(Point.ORIGIN, Point.of(8, -6), Point.of(14, -20), Point.of(14, -34));
        List<Point> above =
                List.of(Point.of(13.5, -37), Point.of(10, -52), Point.of(4, -62), Point.of(0, -68));
        symbol.inFill(Trace.from(Point.ORIGIN).through(whole).close());
        symbol.inColor(Trace.from(Point.ORIGIN)
                .through(below)
                .line(Point.of(5, -31))
                .line(above.getFirst())
                .through(above)
                .close());
        symbol.stroke(Palette.RIB.mid(), 1.4, Trace.from(Point.ORIGIN).line(Point.of(0, -62)));
    }

    private static void leaf(Svg svg, Tone tone, Point at, double turn, double size) {
        stalk(svg, at);
        Pose pose = new Pose(at, turn, size);
        svg.leaf(LEAF, tone, turn < -15 ? pose.mirrored() : pose);
    }

    private static void flower(Svg svg, Point at) {
        Point heart = at.plus(-4, 0);
        stalk(svg, at);
        svg.fill(Palette.ORANGE.shade(), petal(heart, 34, 28));
        svg.fill(Palette.ORANGE.mid(), petal(heart, 8, 32));
        svg.fill(Palette.VIOLET.mid(), petal(at, 52, 27));
        svg.fill(Palette.ORANGE.light(), petal(heart, -18, 28));
        Trace beak = Trace.from(at.plus(-6, -2))
                .quad(at.plus(10, -6), at.plus(32, -2))
                .quad(at.plus(8, 6), at.plus(-4, 5));
        svg.fill(Palette.BURGUNDY.mid(), beak.close());
    }

    private static Trace petal(Point root, double turn, double length) {
        Point tip = root.plus(Point.polar(turn, length));
        Point middle = root.towards(tip, 0.5);
        Point side = Point.polar(turn + 90, length * 0.17);
        return Trace.from(root)
                .quad(middle.plus(side), tip)
                .quad(middle.minus(side), root)
                .close();
    }

    /** One to below the crown's height goes up first, and over the rim. */
    private static void stalk(Svg svg, Point to) {
        double rise = to.y() < CROWN.y() - 10 ? 20 : -14;
        Point by = Point.of(CROWN.towards(to, 0.3).x(), to.y() + rise);
        svg.stroke(Palette.SEA.mid(), 2.5, new Bend(CROWN, by, to).trace());
    }
}
