package com.acmecorp.web.plants;

/**
 * A place in a picture; y grows downwards. Angles are degrees from upright, clockwise. It all is
 * strict arithmetic, so that every machine draws the same.
 */
record Point(double x, double y) {

    static final Point ORIGIN = new Point(0, 0);

    static Point of(double x, double y) {
        return new Point(x, y);
    }

    /** So far from the origin. */
    static Point polar(double angle, double distance) {
        double radians = StrictMath.toRadians(angle);
        return new Point(distance * StrictMath.sin(radians), -distance * StrictMath.cos(radians));
    }

    Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    Point plus(double right, double down) {
        return new Point(x + right, y + down);
    }

    Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    Point times(double factor) {
        return times(factor, factor);
    }

    Point times(double acrossFactor, double downFactor) {
        return new Point(x * acrossFactor, y * downFactor);
    }

    /** A share of the way to another point. */
    Point towards(Point other, double share) {
        return plus(other.minus(this).times(share));
    }

    double angleTo(Point other) {
        return StrictMath.toDegrees(StrictMath.atan2(other.x - x, y - other.y));
    }

    /** As it is written: in tenths. */
    Point rounded() {
        return new Point(Math.round(x * 10) / 10d, Math.round(y * 10) / 10d);
    }
}
