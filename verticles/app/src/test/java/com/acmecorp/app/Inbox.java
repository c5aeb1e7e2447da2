package com.acmecorp.app;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The mails that the catcher took, awaited: they are sent a little after what they tell of. */
record Inbox(Customer staff) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The first text of that form in a mail to that address. */
    String await(String address, String form) {
        Pattern pattern = Pattern.compile(form);
        return await(() -> mailsTo(address).stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .findFirst());
    }

    /** How many mails that address got, once they are as many as that. */
    int awaitCount(String address, int expected) {
        return await(() -> Optional.of(mailsTo(address).size()).filter(count -> count >= expected));
    }

    private List<String> mailsTo(String address) {
        return staff.get("/inbox/mails").getJsonArray("mails").stream()
                .map(JsonObject.class::cast)
                .filter(mail -> mail.getString("to").contains(address))
                .map(mail -> mail.getString("text"))
                .toList();
    }

    private static <T> T await(Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            found = look.get();
        }
        return found.orElseThrow(() -> new AssertionError("the mail didn't come"));
    }
}
