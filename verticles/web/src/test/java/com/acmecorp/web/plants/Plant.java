package com.acmecorp.web.plants;

/** One of the shop's plants, in its pot. */
interface Plant {

    Hue tint();

    /** From back to front. */
    void draw(Svg svg, Arch arch, Jitter jitter);
}
