package com.acmecorp.app.torture;

/** An attack for which this machine lacks something; its message is a sentence for a person. */
public final class NotPossibleHere extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotPossibleHere(String sentence) {
        super(sentence);
    }
}
