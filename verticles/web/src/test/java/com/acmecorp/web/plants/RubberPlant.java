package com.acmecorp.web.plants;

/** BB002: one straight stem with thick oval leaves, and the red sheath of the next one. */
final class RubberPlant implements Plant {

    private static final Pot POT = new Pot(Point.of(100, 130), 26, Arch.FLOOR, 19, 0);
    private static final Bend STEM =
            new Bend(Point.of(100, 130), Point.of(97, 100), Point.of(101, 58));
    private static final String LEAF = "l";
    private static final double[] TOP = {36, -30};
    private static final double[] SIDES = {64, -62, 96, -94};
    private static final double[] FRONT = {28, -20};

    @Override
    public Hue tint() {
        return Palette.ROSE;
    }

    @Override
    public void draw(Svg svg, Arch arch, Jitter jitter) {
        svg.symbol(LEAF, new Blade(54, 19, 5)::draw);
        arch.shadow(svg, STEM.from().x(), 22);
        Pots.terracotta(svg, POT);
        Trunk.of(100, 131, 4, 98.5, 110, 3, 99, 85, 2.5, 101, 58, 1.5).draw(svg);
        leaves(svg, jitter, 0.95, TOP);
        Pose sheath = new Pose(STEM.at(0.95), 0, 0.24, 0.85);
        svg.leaf(LEAF, Palette.BURGUNDY.lit(), sheath);
        leaves(svg, jitter, 0.75, SIDES);
        leaves(svg, jitter, 0.35, FRONT);
    }

    /** Downwards along the stem, from a share of its height. */
    private static void leaves(Svg svg, Jitter jitter, double from, double... turns) {
        for (int i = 0; i < turns.length; i++) {
            boolean toTheLight = turns[i] < 0 || from < 0.5;
            Tone tone = toTheLight ? Palette.GLOSSY.lit() : Palette.GLOSSY.turned();
            leaf(svg, tone, STEM.at(from - i * 0.1), jitter.around(turns[i], 4));
        }
    }

    private static void leaf(Svg svg, Tone tone, Point node, double turn) {
        Point root = node.plus(Point.polar(turn, 4));
        svg.stroke(Palette.GLOSSY.mid(), 1.8, Trace.from(node).line(root));
        Pose pose = new Pose(root, turn, 0.93);
        svg.leaf(LEAF, tone, turn < 0 ? pose.mirrored() : pose);
    }
}
