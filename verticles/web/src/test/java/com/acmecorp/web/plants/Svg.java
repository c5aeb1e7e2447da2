package com.acmecorp.web.plants;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One picture. Its attributes hold the colours of the day, so that it needs no style; the dark
 * palette is a style inside of it, which gives each of these its colour in the dark.
 */
final class Svg extends Shapes {

    private final String viewBox;
    private final SortedSet<String> darkRules;
    private final StringBuilder symbols = new StringBuilder();
    private final Map<String, String> tinted = new HashMap<>();

    Svg(String viewBox) {
        this(viewBox, new TreeSet<>());
    }

    private Svg(String viewBox, SortedSet<String> darkRules) {
        super(darkRules);
        this.viewBox = viewBox;
        this.darkRules = darkRules;
    }

    /** Draws something once, to be placed again and again. */
    void symbol(String id, Consumer<Shapes> drawing) {
        Shapes shapes = new Shapes(darkRules);
        drawing.accept(shapes);
        symbols.append("<g id=\"" + id + "\">" + shapes + "</g>");
    }

    /** Puts a symbol somewhere, in two inks. */
    void place(String symbol, Tone tone, Pose pose) {
        place(tinted.computeIfAbsent(symbol + tone, unknown -> tint(symbol, tone)), pose);
    }

    /** Puts a leaf somewhere, whose first ink is that of its left half. */
    void leaf(String symbol, Tone tone, Pose pose) {
        place(symbol, pose.leftIsLit() ? tone : tone.swapped(), pose);
    }

    @Override
    public String toString() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + viewBox + "\">\n"
                + "<!--by Illustrations-->\n"
                + "<style>@media(prefers-color-scheme:dark){" + String.join("", darkRules)
                + "}</style>\n"
                + (symbols.isEmpty() ? "" : "<defs>" + symbols + "</defs>\n")
                + super.toString()
                + "\n</svg>\n";
    }

    private String tint(String symbol, Tone tone) {
        String id = symbol + tinted.size();
        String paint = paint("fill", tone.fill()) + paint("color", tone.color());
        symbols.append("<g id=\"" + id + "\"" + paint + "><use href=\"#" + symbol + "\"/></g>");
        return id;
    }
}
