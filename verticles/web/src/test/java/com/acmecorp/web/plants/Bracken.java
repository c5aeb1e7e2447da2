package com.acmecorp.web.plants;

/** LB001: fronds that rise, arc over and overlap, and two that are still rolled up. */
final class Bracken implements Plant {

    private static final Point CROWN = Point.of(100, 130);
    private static final Pot POT = new Pot(CROWN, 27, Arch.FLOOR, 21, 9);
    private static final double[] BACK = {-58, 58, -38, 36, 12, -10, 2};
    private static final double[] FRONT = {74, -74, 50, -54, 24, -28};
    private static final double[] LOW = {92, -98, 40, -44, 2};

    @Override
    public Hue tint() {
        return Palette.SAGE;
    }

    @Override
    public void draw(Svg svg, Arch arch, Jitter jitter) {
        Frond.define(svg);
        arch.shadow(svg, CROWN.x(), 24);
        Pots.glazed(svg, POT, Palette.INDIGO);
        for (double lean : BACK) {
            frond(svg, jitter, lean, 1.04, Palette.DEEP.turned());
        }
        crozier(svg, Point.of(80, 42));
        crozier(svg, Point.of(136, 56));
        for (double lean : FRONT) {
            frond(svg, jitter, lean, 0.86, green(lean));
        }
        for (double lean : LOW) {
            frond(svg, jitter, lean, 0.55, green(lean));
        }
    }

    private static Tone green(double lean) {
        return lean < 0 ? Palette.FRESH.lit() : Palette.FRESH.turned();
    }

    /** One that leans to the left is the mirror image of one that leans to the right. */
    private static void frond(Svg svg, Jitter jitter, double lean, double size, Tone tone) {
        Point root = CROWN.plus(lean / 9, 0);
        double turn = jitter.around(Math.abs(lean) - 26, 4);
        double scale = jitter.around(size, 0.06);
        Pose right = new Pose(root, turn, scale);
        Pose left = new Pose(root, -turn, -scale, scale);
        svg.place(Frond.ID, tone, lean > 0 ? right : left);
    }

    private static void crozier(Svg svg, Point top) {
        Trace curl = Trace.from(CROWN)
                .quad(top.plus(8, 26), top)
                .quad(top.plus(-1, -8), top.plus(-7, -7))
                .quad(top.plus(-13, -5), top.plus(-11, 1))
                .quad(top.plus(-8, 5), top.plus(-5, 1))
                .quad(top.plus(-5, -3), top.plus(-8, -2));
        svg.stroke(Palette.FRESH.light(), 2.4, curl);
    }
}
