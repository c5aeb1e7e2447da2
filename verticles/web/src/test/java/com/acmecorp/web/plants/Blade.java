package com.acmecorp.web.plants;

/** A simple leaf that points upwards from its root, is so wide to each side, and bends. */
record Blade(double length, double half, double bend) {

    void draw(Shapes symbol) {
        symbol.inFill(side(-1));
        symbol.inColor(side(1));
        Bend rib = midrib();
        symbol.stroke(Palette.RIB.mid(), 1.2, new Bend(rib.from(), rib.by(), rib.at(0.95)).trace());
    }

    private Trace side(int side) {
        Bend rib = midrib();
        return Trace.from(rib.from())
                .cubic(out(side, 0.12, 1), out(side, 0.7, 1.45), rib.to())
                .quad(rib.by(), rib.from())
                .close();
    }

    private Point out(int side, double share, double width) {
        return midrib().at(share).plus(side * half * width, 0);
    }

    private Bend midrib() {
        return new Bend(Point.ORIGIN, Point.of(0, -length * 0.55), Point.of(bend, -length));
    }
}
