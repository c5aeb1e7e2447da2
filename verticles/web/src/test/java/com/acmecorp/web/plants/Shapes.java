package com.acmecorp.web.plants;

import java.util.SortedSet;
import java.util.function.Consumer;

/** What is drawn, from back to front: a picture, or a symbol that it uses. */
class Shapes {

    private final StringBuilder content = new StringBuilder();
    private final SortedSet<String> darkRules;

    Shapes(SortedSet<String> darkRules) {
        this.darkRules = darkRules;
    }

    void fill(Ink ink, Trace trace) {
        path(paint("fill", ink), trace);
    }

    void stroke(Ink ink, double width, Trace trace) {
        path(" fill=\"none\"" + paint("stroke", ink) + pen(width), trace);
    }

    /** In the first ink of whoever uses this symbol. */
    void inFill(Trace trace) {
        path("", trace);
    }

    /** In the second ink of whoever uses this symbol. */
    void inColor(Trace trace) {
        path(" fill=\"currentColor\"", trace);
    }

    /** A line in that second ink. */
    void strokeInColor(double width, Trace trace) {
        path(" fill=\"none\" stroke=\"currentColor\"" + pen(width), trace);
    }

    /** Puts a symbol somewhere. */
    void place(String symbol, Pose pose) {
        append("<use href=\"#" + symbol + "\"" + pose + "/>");
    }

    void inFill(Ink ink, Consumer<Shapes> drawing) {
        group(paint("fill", ink), drawing);
    }

    void inColor(Consumer<Shapes> drawing) {
        group(" fill=\"currentColor\"", drawing);
    }

    @Override
    public String toString() {
        return content.toString();
    }

    /** An attribute, and the rule that gives it another colour in the dark. */
    final String paint(String attribute, Ink ink) {
        String selector = "[" + attribute + "=\"" + ink.light() + "\"]";
        darkRules.add(selector + "{" + attribute + ":" + ink.dark() + "}");
        return " " + attribute + "=\"" + ink.light() + "\"";
    }

    private void group(String paint, Consumer<Shapes> drawing) {
        append("<g" + paint + ">");
        drawing.accept(this);
        append("</g>");
    }

    private void path(String paint, Trace trace) {
        append("<path" + paint + " d=\"" + trace + "\"/>");
    }

    private static String pen(double width) {
        return " stroke-width=\"" + Numbers.of(width) + "\" stroke-linecap=\"round\"";
    }

    private void append(String element) {
        content.append(element);
    }
}
