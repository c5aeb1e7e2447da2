package com.acmecorp.web.plants;

/** The colours of all pictures, so that the six are of one family. */
final class Palette {

    static final Hue FRESH = Hue.of("#a9c865 #72a24a #477a3d", "#aecb70 #74a04f #47733f");
    static final Hue DEEP = Hue.of("#6fa968 #3f7f4e #26583c", "#79b273 #468a58 #2e6548");
    static final Hue GLOSSY = Hue.of("#74ab80 #357556 #1f4e3d", "#7db58a #3f8263 #2b5d4a");
    static final Hue SEA = Hue.of("#8dba8e #53906c #2f664f", "#96c298 #589673 #386e57");
    static final Hue PINE = Hue.of("#93ad5c #5d8347 #395a38", "#9cb667 #638a4e #416440");
    static final Hue LEAFLET = Hue.of("#b3c75c #7da145 #4c7639", "#b9cc68 #80a34c #4f793f");
    static final Hue RIB = Hue.of("#d3e3ae #b6d08d #8fb06a", "#cfe0ad #b0ca8a #88a868");

    static final Hue WOOD = Hue.of("#b98f68 #86603f #57402e", "#bf9771 #8d6748 #5f4836");
    static final Hue SOIL = Hue.of("#6b5040 #4c382b #35261d", "#5a4437 #3b2c23 #261b15");
    static final Hue MOSS = Hue.of("#9bb55b #718f43 #4f6b35", "#94ae5a #6c8944 #4a6436");

    static final Hue TERRACOTTA = Hue.of("#e39a73 #c76f49 #99492f", "#dd946e #bd6946 #8c432c");
    static final Hue INDIGO = Hue.of("#7f9cc4 #476a9c #2d4672", "#86a2c9 #4c6fa1 #354f7c");
    static final Hue TEAL = Hue.of("#7fb9b5 #3f8587 #285c64", "#86bfbb #458b8d #2f666d");
    static final Hue AUBERGINE = Hue.of("#7d6f86 #54485e #392f42", "#8d7f97 #635670 #463b51");
    static final Hue CLAY = Hue.of("#e6d3b8 #c9b08f #9f8465", "#d8c4a8 #b89f7f #8c7357");
    static final Hue GOLD = Hue.of("#fbe7a1 #dcb04a #9c6f22", "#f6de95 #d3a743 #936920");
    static final Hue ORANGE = Hue.of("#ffc257 #f08a2c #c65a1b", "#ffc25c #ee8a31 #c25b20");
    static final Hue VIOLET = Hue.of("#8b86d6 #5a57ad #3d3b82", "#9591dd #6461b6 #47458d");
    static final Hue BURGUNDY = Hue.of("#d9776a #a8433f #742b2e", "#d9776a #ac4844 #7d3134");

    /** Floor, wall and reveal of each arch; the last is also the shadow on the floor. */
    static final Hue SAGE = Hue.of("#eaf0d8 #d9e4c2 #b6c799", "#43543d #314131 #232f24");

    static final Hue PEACH = Hue.of("#fae8d6 #f4d6bb #dcb08c", "#5c4735 #47362a #33261d");
    static final Hue STRAW = Hue.of("#faf0d0 #f1dfa9 #d6bc78", "#58502f #443d24 #302b19");
    static final Hue LILAC = Hue.of("#eee7f2 #ddd0e5 #bba8c8", "#4b4256 #382f42 #282130");
    static final Hue SKY = Hue.of("#e4eff3 #cbdfe8 #9fbecc", "#3a505b #293c46 #1c2b33");
    static final Hue ROSE = Hue.of("#f9e3df #f1cdc6 #d5a198", "#593f41 #442f31 #302122");

    private Palette() {}
}
