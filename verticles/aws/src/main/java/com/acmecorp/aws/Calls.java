package com.acmecorp.aws;

import java.util.ArrayList;
import java.util.List;

/** Divides events into calls that EventBridge accepts. */
final class Calls {

    static final int MOST_ENTRIES = 10;

    private Calls() {}

    /** As few calls as the events' order allows, none above the limits; none of the events may be larger than a call. */
    static List<List<Sending>> of(List<Sending> sendings, int maxBytes) {
        List<List<Sending>> calls = new ArrayList<>();
        int bytes = maxBytes;
        for (Sending sending : sendings) {
            bytes += sending.bytes();
            if (bytes > maxBytes || calls.getLast().size() == MOST_ENTRIES) {
                calls.add(new ArrayList<>(MOST_ENTRIES));
                bytes = sending.bytes();
            }
            calls.getLast().add(sending);
        }
        return calls;
    }
}
