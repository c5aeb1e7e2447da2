package com.acmecorp.email;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses as nobody would think of them, at the edges of what is allowed and beyond. */
final class Addresses {

    private static final String LOCAL = "ab1.!#$%&'*+-/=?^_`{|}~\u00E9\" ";
    private static final String DOMAIN = "ab1-.\u00FC\u4F8B\u0646\u00DF_";

    private Addresses() {}

    /** Endlessly many; the same for the same seed. */
    static Stream<String> typed(long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> text(random, LOCAL, 1, random.nextInt(1, 67)) + "@"
                + labels(random) + "." + text(random, "abc", 2, random.nextInt(2, 65)));
    }

    private static String labels(Random random) {
        return Stream.generate(() -> text(random, DOMAIN, 1, random.nextInt(1, 66)))
                .limit(random.nextInt(1, 4))
                .collect(Collectors.joining("."));
    }

    /** Mostly mails, lest nothing of it is ever right. */
    private static String text(Random random, String mails, int least, int length) {
        return random.ints(Math.max(least, length), 0, mails.length())
                .mapToObj(i -> String.valueOf(mails.charAt(random.nextInt(30) > 0 ? i % 3 : i)))
                .collect(Collectors.joining());
    }
}
