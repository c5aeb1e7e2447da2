package com.acmecorp.browser;

import com.acmecorp.app.Customer;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What only the staff sees: the mails that went out and the rows in the database. */
record Backstage(Customer staff) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A mail that was sent. */
    record Mail(String subject, String text, String html) {

        /** The first address in it that leads to that page. */
        String linkTo(String page) {
            Matcher matcher =
                    Pattern.compile("https?://\\S+/" + page + "\\S*#\\S+").matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no link to " + page + " in: " + text);
            }
            return matcher.group();
        }
    }

    /** The mail with that subject, once it came. */
    Mail mail(String address, String subject) {
        JsonObject mail = nextMail(address, 0);
        while (!mail.getString("subject").equals(subject)) {
            mail = nextMail(address, mail.getLong("id"));
        }
        return new Mail(subject, mail.getString("text"), mail.getString("html"));
    }

    /** The mail that came after another; the test fails when it doesn't come. */
    private JsonObject nextMail(String address, long after) {
        return staff.get("/dev/mail?to=%s&wait=20s&after=%d".formatted(address, after));
    }

    JsonObject order(long orderId) {
        return await(
                "the row of order " + orderId,
                () -> Optional.ofNullable(
                        ask("{ getOrder(id: %d) { customerName customerType customerMarket orderedProducts totalPrice orgNumber status } }"
                                        .formatted(orderId))
                                .getJsonObject("getOrder")));
    }

    /** The number of the only order that was made with that address, by the mail that thanks for it. */
    long newestOrderOf(String address) {
        String subject = nextMail(address, 0).getString("subject");
        return Long.parseLong(subject.replaceAll("\\D", ""));
    }

    /** How many orders of customers there are, once all that happened has been dealt with. */
    long settledOrders() {
        await(
                "a quiet moment",
                () -> Optional.of(
                                ask("{ getBacklog { undispatched } }").getJsonObject("getBacklog"))
                        .filter(backlog -> backlog.getLong("undispatched") == 0));
        return ask("{ getTestAudit(testId: 0) { orders } }")
                .getJsonObject("getTestAudit")
                .getLong("orders");
    }

    private JsonObject ask(String query) {
        return staff.post("/database", new JsonObject().put("query", query)).getJsonObject("data");
    }

    private static <T> T await(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> found = look.get();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            found = look.get();
        }
        return found.orElseThrow(() -> new AssertionError(what + " didn't come"));
    }
}
