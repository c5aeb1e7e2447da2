package com.acmecorp.web.plants;

import java.util.Random;

/** What makes no two leaves alike, and yet the same picture each time: one seed per plant. */
final class Jitter {

    private final Random random;

    Jitter(String plant) {
        random = new Random(plant.hashCode());
    }

    /** A number that is off by at most so much. */
    double around(double value, double spread) {
        return value + spread * (2 * random.nextDouble() - 1);
    }

    Point around(Point point, double spread) {
        return new Point(around(point.x(), spread), around(point.y(), spread));
    }
}
