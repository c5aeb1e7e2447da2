package com.acmecorp.web.plants;

import java.util.List;

/** A big heart-shaped leaf, split from its margin inwards and pierced along its midrib. */
final class SplitLeaf {

    static final String ID = "l";

    private static final String HALF = "h";
    private static final double[] SPLITS = {0.78, 1.08, 1.34, 1.58};
    private static final double SPLIT = 0.07;
    private static final double[] VEINS = {-8, -24, -39};

    private SplitLeaf() {}

    static void define(Svg svg) {
        svg.symbol(HALF, symbol -> symbol.inFill(half()));
        svg.symbol(ID, symbol -> {
            symbol.place(HALF, new Pose(Point.ORIGIN, 0, -1, 1));
            symbol.inColor(right -> right.place(HALF, new Pose(Point.ORIGIN, 0, 1)));
            symbol.strokeInColor(0.8, veins());
            symbol.stroke(Palette.RIB.mid(), 1.3, Trace.from(Point.ORIGIN).line(Point.of(0, -60)));
        });
    }

    /** The right one. */
    private static Trace half() {
        Trace trace = Trace.from(Point.ORIGIN);
        double from = 0;
        for (double split : SPLITS) {
            finger(trace, from, split - SPLIT / 2);
            from = split + SPLIT / 2;
            Point edge = margin(split);
            Point deep = Point.of(edge.x() * 0.3 + 2, edge.y() * 0.85 + 2);
            trace.cubic(deep.plus(-1, 3), deep.plus(-3, -3), margin(from));
        }
        finger(trace, from, 2);
        hole(trace.close(), Point.of(7, -16));
        hole(trace, Point.of(6.5, -31));
        return trace;
    }

    private static void finger(Trace trace, double from, double to) {
        trace.through(List.of(margin(from), margin((from + to) / 2), margin(to)));
    }

    /** The other way round than the half's outline, so that nothing is filled there. */
    private static void hole(Trace trace, Point at) {
        trace.move(at)
                .quad(at.plus(0, -5), at.plus(5, -4))
                .quad(at.plus(5, 1), at)
                .close();
    }

    private static Trace veins() {
        Trace veins = Trace.from(Point.ORIGIN);
        for (double y : VEINS) {
            veins.move(Point.of(0, y)).quad(Point.of(-12, y - 1), Point.of(-24 - y / 8, y - 7));
        }
        return veins;
    }

    /** From 0 at the stalk, by 1 at the broadest place, to 2 at the tip. */
    private static Point margin(double share) {
        Point broadest = Point.of(37, -10);
        return share < 1
                ? cubic(share, Point.ORIGIN, Point.of(1, 22), Point.of(36, 24), broadest)
                : cubic(
                        share - 1,
                        broadest,
                        Point.of(38, -38),
                        Point.of(20, -56),
                        Point.of(0, -66));
    }

    private static Point cubic(double share, Point from, Point by, Point by2, Point to) {
        Bend first = new Bend(from, by, by2);
        Bend last = new Bend(by, by2, to);
        return first.at(share).towards(last.at(share), share);
    }
}
