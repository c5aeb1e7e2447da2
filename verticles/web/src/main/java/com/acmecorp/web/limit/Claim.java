package com.acmecorp.web.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one request takes of several limits: all of it, or nothing. Once one of them has nothing left, what the others
 * gave is given back.
 */
public final class Claim {

    private record Part(Limit limit, String key) {}

    private final List<Part> taken = new ArrayList<>(0);
    private long waitSeconds;
    private String refusal = "";

    /** Takes of a further limit, unless an earlier one has refused. */
    public Claim on(Limit limit, String key, String words) {
        if (!isGranted()) {
            return this;
        }
        waitSeconds = limit.take(key);
        if (isGranted()) {
            taken.add(new Part(limit, key));
        } else {
            refusal = words;
            giveBack(every -> true);
        }
        return this;
    }

    public boolean isGranted() {
        return waitSeconds == 0;
    }

    /** After how many seconds it may be granted. */
    public long waitSeconds() {
        return waitSeconds;
    }

    /** Why it wasn't granted. */
    public String refusal() {
        return refusal;
    }

    /** Gives back what was taken of those limits. */
    public void giveBack(Predicate<Limit> which) {
        taken.stream()
                .filter(part -> which.test(part.limit()))
                .forEach(part -> part.limit().giveBack(part.key()));
        taken.removeIf(part -> which.test(part.limit()));
    }
}
