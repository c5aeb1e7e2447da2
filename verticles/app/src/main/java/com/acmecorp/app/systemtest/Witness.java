package com.acmecorp.app.systemtest;

import java.util.List;
import java.util.Map;

/** Somebody else who can tell how a system dealt with its orders, such as a bank with books of its own. */
@FunctionalInterface
public interface Witness {

    /**
     * What differs from the customers' own notes, each a sentence. May block, and throw where it can't be asked.
     *
     * @param paidUpfront of each order that was ever acknowledged, whether it was paid upfront
     */
    List<String> differences(Map<Long, Boolean> paidUpfront);
}
