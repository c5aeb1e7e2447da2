package com.acmecorp.app.systemtest;

/** The test can't be carried out; the message says why to the person who started it. */
final class TestFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    TestFailure(String sentence) {
        super(sentence, null, false, false);
    }
}
