package com.acmecorp.web.plants;

import java.util.List;

/** A path's data, as short as tenths allow: each step is told from where the last one ended. */
final class Trace {

    private final StringBuilder data = new StringBuilder();
    private Point pen = Point.ORIGIN;
    private Point start = Point.ORIGIN;

    static Trace from(Point start) {
        return new Trace().move(start);
    }

    static Trace ellipse(Point center, double rx, double ry) {
        Point left = center.minus(Point.of(rx, 0)).rounded();
        Point right = center.plus(Point.of(rx, 0)).rounded();
        return from(left).arc(rx, ry, true, right).arc(rx, ry, true, left).close();
    }

    Trace move(Point to) {
        start = to.rounded();
        return step('m', to);
    }

    Trace line(Point to) {
        return step('l', to);
    }

    Trace quad(Point by, Point to) {
        return step('q', by, to);
    }

    Trace cubic(Point by, Point by2, Point to) {
        return step('c', by, by2, to);
    }

    /** Along an ellipse, the shorter way round. */
    Trace arc(double rx, double ry, boolean clockwise, Point to) {
        data.append('a').append(Numbers.list(rx, ry)).append(" 0 0 ").append(clockwise ? "1" : "0");
        Point way = to.rounded().minus(pen);
        data.append(Numbers.next(way.x())).append(Numbers.next(way.y()));
        pen = to.rounded();
        return this;
    }

    /** Smoothly through all of the points, of which the first is where the pen is. */
    Trace through(List<Point> points) {
        for (int i = 0; i + 1 < points.size(); i++) {
            Point from = points.get(i);
            Point to = points.get(i + 1);
            Point before = points.get(Math.max(0, i - 1));
            Point after = points.get(Math.min(points.size() - 1, i + 2));
            Point leave = from.plus(to.minus(before).times(1 / 6d));
            Point arrive = to.minus(after.minus(from).times(1 / 6d));
            cubic(leave, arrive, to);
        }
        return this;
    }

    Trace close() {
        data.append('z');
        pen = start;
        return this;
    }

    @Override
    public String toString() {
        return data.toString();
    }

    private Trace step(char command, Point... points) {
        data.append(command);
        double[] way = new double[points.length * 2];
        for (int i = 0; i < points.length; i++) {
            way[2 * i] = points[i].rounded().x() - pen.x();
            way[2 * i + 1] = points[i].rounded().y() - pen.y();
        }
        data.append(Numbers.list(way));
        pen = points[points.length - 1].rounded();
        return this;
    }
}
