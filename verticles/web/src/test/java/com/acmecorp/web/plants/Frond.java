package com.acmecorp.web.plants;

/** A fern's leaf: a stalk that arcs over to the right, and leaflets that are themselves lobed. */
final class Frond {

    static final String ID = "f";

    private static final String LEAFLET = "p";
    private static final int PAIRS = 13;
    private static final int LOBES = 6;
    private static final double LOBE = 4.6;
    private static final Bend STALK = new Bend(Point.ORIGIN, Point.of(-2, -58), Point.of(46, -84));

    private Frond() {}

    static void define(Svg svg) {
        svg.symbol(LEAFLET, symbol -> symbol.inFill(leaflet()));
        svg.symbol(ID, symbol -> {
            symbol.inColor(lower -> leaflets(lower, 1));
            leaflets(symbol, -1);
            symbol.stroke(Palette.RIB.mid(), 1.2, STALK.trace());
        });
    }

    /** On one side of the stalk: -1 is the upper one. */
    private static void leaflets(Shapes shapes, int side) {
        for (int i = 0; i < PAIRS; i++) {
            double along = i / (PAIRS - 1d);
            double share = 0.24 + 0.75 * StrictMath.pow(along, 0.9);
            double length = 1 - 0.8 * StrictMath.pow(along, 0.85) - (i == 0 ? 0.1 : 0);
            double turn = STALK.heading(share) + side * (72 - 34 * along);
            shapes.place(LEAFLET, new Pose(STALK.at(share), turn, length * 0.9, length));
        }
    }

    /** Up along its left side, and down along its right one. */
    private static Trace leaflet() {
        Trace trace = Trace.from(Point.ORIGIN);
        for (int i = 0; i < LOBES; i++) {
            trace.quad(lobe(i, -1, 0.2), lobe(i, -1, 1.1)).line(notch(i + 1, -1));
        }
        trace.line(Point.of(0, -30));
        for (int i = LOBES - 1; i >= 0; i--) {
            trace.line(notch(i + 1, 1)).line(lobe(i, 1, 1.1)).quad(lobe(i, 1, 0.2), notch(i, 1));
        }
        return trace.close();
    }

    private static Point lobe(int index, int side, double along) {
        return Point.of(side * half(index), -(index + along) * LOBE);
    }

    private static Point notch(int index, int side) {
        return Point.of(side * half(index) * 0.4, -index * LOBE);
    }

    private static double half(int index) {
        return 5.8 - index * 0.75;
    }
}
