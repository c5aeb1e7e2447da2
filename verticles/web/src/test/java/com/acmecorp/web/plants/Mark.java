package com.acmecorp.web.plants;

/** The shop's mark, for tabs and the header: an alcove, a pot and two leaves, legible at 16 pixels. */
final class Mark {

    private static final Ink ALCOVE = new Ink("#2a6844", "#8ed3a6");
    private static final Ink LIT = new Ink("#d6ecaa", "#12402a");
    private static final Ink TURNED = new Ink("#9fd08a", "#1f6040");
    private static final Ink CLAY = new Ink("#ee9f76", "#a2472a");

    private Mark() {}

    static Svg draw() {
        Svg svg = new Svg("0 0 32 32");
        svg.fill(ALCOVE, alcove());
        svg.fill(LIT, leaf(-1));
        svg.fill(TURNED, leaf(1));
        svg.fill(CLAY, pot());
        return svg;
    }

    private static Trace alcove() {
        return Trace.from(Point.of(2, 15))
                .arc(14, 14, true, Point.of(30, 15))
                .line(Point.of(30, 29))
                .arc(2, 2, true, Point.of(28, 31))
                .line(Point.of(4, 31))
                .arc(2, 2, true, Point.of(2, 29))
                .close();
    }

    private static Trace leaf(int side) {
        return Trace.from(Point.of(16, 20))
                .cubic(at(side, 1, 11), at(side, 4.5, 8), at(side, 9.8, 7.4))
                .cubic(at(side, 10.6, 14.5), at(side, 7.5, 19), Point.of(16, 20))
                .close();
    }

    private static Point at(int side, double out, double y) {
        return Point.of(16 + side * out, y);
    }

    private static Trace pot() {
        return Trace.from(Point.of(9, 20))
                .line(Point.of(23, 20))
                .line(Point.of(21, 28))
                .line(Point.of(11, 28))
                .close();
    }
}
