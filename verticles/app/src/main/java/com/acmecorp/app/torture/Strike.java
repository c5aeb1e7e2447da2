package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.RunningTest;

import java.util.List;

/** What is done in the middle of a round. */
@FunctionalInterface
interface Strike {

    /**
     * Hurts the system, and ends when nothing hurts it any more; from then on it has to recover by itself.
     *
     * @param load the orders that are under way
     * @return what is wrong already, each a sentence
     */
    List<String> hit(RunningTest load);
}
