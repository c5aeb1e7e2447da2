package com.acmecorp.web.limit;

import java.util.HashMap;
import java.util.Map;

/** How much of something one key may have at a time. Belongs to one event loop. */
public final class Share {

    private final int most;
    private final Map<String, Integer> had = new HashMap<>();

    /** A share of that much; 0: as much as there is. */
    public Share(int most) {
        this.most = most;
    }

    /** Whether the key may have one more. */
    public boolean isLeft(String key) {
        return most == 0 || had.getOrDefault(key, 0) < most;
    }

    public void take(String key) {
        had.merge(key, 1, Integer::sum);
    }

    public void giveBack(String key) {
        had.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
    }
}
