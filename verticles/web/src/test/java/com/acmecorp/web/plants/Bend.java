package com.acmecorp.web.plants;

/** A line that bends once, as stalks do. */
record Bend(Point from, Point by, Point to) {

    Point at(double share) {
        return from.towards(by, share).towards(by.towards(to, share), share);
    }

    /** Where it is going there, in degrees from upright, clockwise. */
    double heading(double share) {
        return from.towards(by, share).angleTo(by.towards(to, share));
    }

    Trace trace() {
        return Trace.from(from).quad(by, to);
    }
}
