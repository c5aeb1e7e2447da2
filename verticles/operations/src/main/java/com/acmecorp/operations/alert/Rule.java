package com.acmecorp.operations.alert;

import java.util.List;

/**
 * Something that must hold. A further one is a class and a line in a list of
 * {@link com.acmecorp.operations.rule.Rules}.
 *
 * @param <F> the facts that it judges
 */
public interface Rule<F> {

    /** What is wrong when it's broken, in a few words: an alert's title. */
    String name();

    /** What is wrong now; empty when nothing is. */
    List<Breach> judge(F facts);
}
