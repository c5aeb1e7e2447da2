package com.acmecorp.platform.party;

import java.util.Locale;

/** Names of parties in sentences: {@code the stockist} begins one as {@code The stockist}. */
final class Sentences {

    private Sentences() {}

    static String begin(String party) {
        return party.substring(0, 1).toUpperCase(Locale.ROOT) + party.substring(1);
    }
}
