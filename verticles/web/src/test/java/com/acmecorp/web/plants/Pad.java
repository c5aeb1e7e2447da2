package com.acmecorp.web.plants;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A cushion of leaves around the origin: a cloud in the shade, and leaves that catch the light. */
record Pad(double rx, double ry, int leaves) {

    private static final double GOLDEN_ANGLE = 137.508;
    private static final double BRIGHT = 0.3;
    private static final double DIM = -0.45;
    private static final int BUMPS = 12;

    void draw(Shapes symbol, Hue hue, String leaf, Jitter jitter) {
        symbol.fill(hue.shade(), cloud(jitter));
        List<Point> places = places(jitter);
        tier(symbol, hue.shade(), leaf, jitter, within(places, -2, DIM));
        tier(symbol, hue.mid(), leaf, jitter, within(places, DIM, BRIGHT));
        tier(symbol, hue.light(), leaf, jitter, within(places, BRIGHT, 2));
    }

    /** Evenly over the unit circle, as seeds are in a sunflower, from the darkest to the lightest. */
    private List<Point> places(Jitter jitter) {
        return IntStream.range(0, leaves)
                .mapToObj(i -> Point.polar(i * GOLDEN_ANGLE, Math.sqrt((i + 0.5) / leaves)))
                .map(place -> jitter.around(place, 0.06))
                .sorted(Comparator.comparingDouble(Pad::light))
                .toList();
    }

    private static List<Point> within(List<Point> places, double from, double to) {
        return places.stream()
                .filter(place -> light(place) >= from && light(place) < to)
                .toList();
    }

    /** How much of it falls on a place of the unit circle: it comes from the upper left. */
    private static double light(Point place) {
        return -0.45 * place.x() - 0.89 * place.y();
    }

    private void tier(Shapes symbol, Ink ink, String leaf, Jitter jitter, List<Point> places) {
        symbol.inFill(
                ink,
                tier -> places.forEach(place -> {
                    Point at = place.times(rx, ry);
                    Point rough = Point.of(Math.rint(at.x()), Math.rint(at.y()));
                    tier.place(leaf, new Pose(rough, jitter.around(place.x() * 60, 25), 1));
                }));
    }

    private Trace cloud(Jitter jitter) {
        Point first = onEdge(0, 0.92);
        Trace trace = Trace.from(first);
        for (int i = 1; i < BUMPS; i++) {
            trace.quad(onEdge(i - 0.5, jitter.around(1.22, 0.06)), onEdge(i, 0.92));
        }
        return trace.quad(onEdge(-0.5, 1.22), first).close();
    }

    private Point onEdge(double bump, double share) {
        return Point.polar(bump * 360 / BUMPS, share).times(rx, ry);
    }
}
