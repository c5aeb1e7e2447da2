package com.acmecorp.web.plants;

import java.util.ArrayList;
import java.util.List;

/** Wood that grew through some places. */
record Trunk(List<Knot> knots) {

    /** One of these places, and half the wood's width there. */
    record Knot(Point at, double half) {}

    /** Each three numbers are x, y and half the width. */
    static Trunk of(double... numbers) {
        List<Knot> knots = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 3) {
            knots.add(new Knot(Point.of(numbers[i], numbers[i + 1]), numbers[i + 2]));
        }
        return new Trunk(knots);
    }

    void draw(Svg svg) {
        svg.fill(Palette.WOOD.mid(), strip(-1, 1));
        svg.fill(Palette.WOOD.light(), strip(-1, -0.45));
        svg.fill(Palette.WOOD.shade(), strip(0.35, 1));
    }

    /** For a branch, which has no room for more than two tones. */
    void drawThin(Svg svg) {
        svg.fill(Palette.WOOD.mid(), strip(-1, 1));
        svg.fill(Palette.WOOD.shade(), strip(0.1, 1));
    }

    /** The part between two shares of its half width, from -1 (left) to 1 (right). */
    private Trace strip(double left, double right) {
        List<Point> up = edge(left);
        List<Point> down = edge(right).reversed();
        return Trace.from(up.getFirst())
                .through(up)
                .line(down.getFirst())
                .through(down)
                .close();
    }

    private List<Point> edge(double share) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < knots.size(); i++) {
            Point before = knots.get(Math.max(0, i - 1)).at();
            Point after = knots.get(Math.min(knots.size() - 1, i + 1)).at();
            Point out = Point.polar(before.angleTo(after) + 90, knots.get(i).half() * share);
            points.add(knots.get(i).at().plus(out));
        }
        return points;
    }
}
