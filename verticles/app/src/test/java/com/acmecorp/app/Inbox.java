package com.acmecorp.app;

import io.vertx.core.json.JsonObject;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The mails that the catcher took, awaited: they are sent a little after what they tell of. */
record Inbox(Customer staff) {

    private static final long BEGINNING = 0;

    /** The first text of that form in a mail to that address. */
    String await(String address, String form) {
        Pattern pattern = Pattern.compile(form);
        JsonObject mail = next(address, BEGINNING);
        Optional<String> found = first(pattern, mail);
        while (found.isEmpty()) {
            mail = next(address, mail.getLong("id"));
            found = first(pattern, mail);
        }
        return found.get();
    }

    /** How many mails that address got, once they are as many as that. */
    long awaitCount(String address, int expected) {
        long last = BEGINNING;
        for (int i = 0; i < expected; i++) {
            last = next(address, last).getLong("id");
        }
        return staff.get("/inbox/mails").getJsonArray("mails").stream()
                .map(mail -> ((JsonObject) mail).getString("to"))
                .filter(to -> to.contains(address))
                .count();
    }

    /** The mail that came after another; the test fails when it doesn't come. */
    private JsonObject next(String address, long after) {
        return staff.get("/dev/mail?to=%s&wait=20s&after=%d".formatted(address, after));
    }

    private static Optional<String> first(Pattern pattern, JsonObject mail) {
        return pattern.matcher(mail.getString("text"))
                .results()
                .map(MatchResult::group)
                .findFirst();
    }
}
