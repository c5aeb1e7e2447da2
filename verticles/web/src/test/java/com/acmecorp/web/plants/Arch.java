package com.acmecorp.web.plants;

/** The alcove behind a plant: floor, wall, and on the left the reveal that the light misses. */
record Arch(Hue tint) {

    static final double FLOOR = 172;

    private static final double LEFT = 26;
    private static final double RIGHT = 174;
    private static final double REVEAL = 9;
    private static final double SPRING = 84;
    private static final double FOOT = 184;
    private static final double BACK = 165;
    private static final double ROUND = 5;

    void draw(Svg svg) {
        svg.fill(tint.shade(), opening(LEFT, SPRING, FOOT - ROUND));
        svg.fill(tint.mid(), opening(LEFT + REVEAL, SPRING + 2, BACK));
        svg.fill(tint.light(), floor());
    }

    /** What stands there, half so wide at its foot, casts a shadow away from the light. */
    void shadow(Svg svg, double x, double foot) {
        double center = x + foot * 0.5;
        double half = Math.min(foot * 1.5, RIGHT - 3 - center);
        svg.fill(tint.shade(), Trace.ellipse(Point.of(center, FLOOR + 2.5), half, 6.5));
        svg.fill(
                tint.shade().deeper(), Trace.ellipse(Point.of(x + 4, FLOOR + 2), foot * 1.02, 4.4));
    }

    private static Trace opening(double left, double spring, double foot) {
        double radius = (RIGHT - left) / 2;
        return Trace.from(Point.of(left, foot))
                .line(Point.of(left, spring))
                .arc(radius, radius, true, Point.of(RIGHT, spring))
                .line(Point.of(RIGHT, foot))
                .close();
    }

    private static Trace floor() {
        return Trace.from(Point.of(LEFT, FOOT - ROUND))
                .line(Point.of(LEFT + REVEAL, BACK))
                .line(Point.of(RIGHT, BACK))
                .line(Point.of(RIGHT, FOOT - ROUND))
                .arc(ROUND, ROUND, true, Point.of(RIGHT - ROUND, FOOT))
                .line(Point.of(LEFT + ROUND, FOOT))
                .arc(ROUND, ROUND, true, Point.of(LEFT, FOOT - ROUND))
                .close();
    }
}
