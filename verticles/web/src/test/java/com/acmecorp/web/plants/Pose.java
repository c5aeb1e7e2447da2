package com.acmecorp.web.plants;

/** Where a symbol goes, how far it is turned (degrees, clockwise), and how large it is. */
record Pose(Point at, double turn, double scaleX, double scaleY) {

    Pose(Point at, double turn, double scale) {
        this(at, turn, scale, scale);
    }

    Pose mirrored() {
        return new Pose(at, turn, -scaleX, scaleY);
    }

    /** Whether what was its left half faces the light, which comes from the upper left. */
    boolean leftIsLit() {
        boolean leftwards = turn > -45 && turn < 135;
        return leftwards == scaleX > 0;
    }

    /** As an attribute, if there is anything to it. */
    @Override
    public String toString() {
        String steps = move() + rotation() + scale();
        return steps.isEmpty() ? "" : " transform=\"" + steps + "\"";
    }

    private String move() {
        String way = Numbers.list(at.x(), at.y());
        return way.equals("0 0") ? "" : "translate(" + way + ")";
    }

    private String rotation() {
        return Math.round(turn) == 0 ? "" : "rotate(" + Math.round(turn) + ")";
    }

    private String scale() {
        String x = Numbers.factor(scaleX);
        String y = Numbers.factor(scaleY);
        if (!x.equals(y)) {
            return "scale(" + x + " " + y + ")";
        }
        return x.equals("1") ? "" : "scale(" + x + ")";
    }
}
