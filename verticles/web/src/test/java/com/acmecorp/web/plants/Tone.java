package com.acmecorp.web.plants;

/** The inks of a symbol's two parts: what it calls its fill, and what it calls its currentColor. */
record Tone(Ink fill, Ink color) {

    Tone swapped() {
        return new Tone(color, fill);
    }
}
