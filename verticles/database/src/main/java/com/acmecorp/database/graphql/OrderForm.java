package com.acmecorp.database.graphql;

import com.acmecorp.database.order.Contact;
import com.acmecorp.database.order.Facts;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.text.ContactField;
import com.acmecorp.platform.text.TextForm;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Reads the facts of an order and refuses what nobody could deliver to or store. To GraphQL any text is a String; who
 * asks by hand was checked by nobody before. Wider than what the shop takes, so that no accepted order ends here.
 */
record OrderForm(Arguments given) {

    private static final Markets MARKETS = Markets.acme();

    private static final int FEWEST_DIGITS = 6;
    private static final BigInteger LEAST_ORG_NUMBER = BigInteger.valueOf(100_000);
    private static final BigInteger MOST_ORG_NUMBER =
            BigInteger.TEN.pow(20).subtract(BigInteger.ONE);

    Facts facts(OrderId id, Instant acceptedAt) {
        return new Facts(
                id,
                contact(),
                customerType(),
                market(),
                products(),
                given.price("totalPrice"),
                orgNumber(),
                orgNumberText(),
                testId(),
                given.has("charged") ? given.object("charged").money() : null,
                TraceParent.continuing((String) given.values().get("traceparent")),
                acceptedAt);
    }

    /** Who gets the plants, and where; of what an empty text was sent for, there is none. */
    private Contact contact() {
        Contact sent = correction();
        return sent.correcting(sent);
    }

    /** Who gets the plants, and where, from now on; an empty text takes away what was told before. */
    Contact correction() {
        return new Contact(
                contact(ContactField.NAME),
                email(),
                contact(ContactField.PHONE),
                contact(ContactField.STREET),
                contact(ContactField.CITY),
                optional(ContactField.STATE),
                optional(ContactField.POSTAL_CODE),
                language());
    }

    private @Nullable String optional(ContactField field) {
        String typed = given.optionalText(field.field());
        return typed == null || typed.isBlank() ? emptyOrNull(typed) : contact(field);
    }

    private @Nullable String language() {
        String typed = given.optionalText("language");
        if (typed == null || typed.isBlank()) {
            return emptyOrNull(typed);
        }
        String language = typed.toLowerCase(Locale.ROOT);
        if (!MARKETS.languages().contains(language)) {
            String known = String.join(", ", MARKETS.languages());
            throw refusal("language", "language must be one that we write: " + known + ".");
        }
        return language;
    }

    private static @Nullable String emptyOrNull(@Nullable String blank) {
        return blank == null ? null : "";
    }

    private String contact(ContactField field) {
        String typed = given.text(field.field());
        field.fault(typed).ifPresent(fault -> {
            throw refusal(field.field(), "%s %s.".formatted(field.field(), fault));
        });
        return field.normalise(typed);
    }

    /**
     * Orders were accepted with addresses that no server takes; their mails fail, and the orders are
     * placed.
     */
    private String email() {
        String address = ContactField.EMAIL.normalise(given.text("email"));
        int at = address.indexOf('@');
        if (TextForm.LINE.fault(address, 254).isPresent()
                || at < 1
                || at != address.lastIndexOf('@')
                || address.indexOf('.', at) < 0
                || address.indexOf(' ') >= 0) {
            throw refusal("email", "email must be an e-mail address such as ann@example.com.");
        }
        return address;
    }

    private String market() {
        String market = given.text("market");
        if (MARKETS.find(market).isEmpty()) {
            throw refusal("market", "market must be a country that we sell to, such as US.");
        }
        return market;
    }

    private String customerType() {
        return text(
                "customerType", 2, 10, OrderForm::isCapitalOrDigit, "a customer type such as B2C");
    }

    private String products() {
        return text(
                "products",
                1,
                2_000,
                c -> isCapitalOrDigit(c) || (c >= 'a' && c <= 'z') || c == ',' || c == ' ',
                "SKUs with commas between such as BB001,LB001");
    }

    private static boolean isCapitalOrDigit(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private String text(String field, int least, int most, IntPredicate mayHave, String expected) {
        String text = given.text(field);
        if (text.isBlank()
                || text.length() < least
                || text.length() > most
                || !text.chars().allMatch(mayHave)) {
            throw refusal(
                    field,
                    "%s must be %s, of at most %d characters.".formatted(field, expected, most));
        }
        return text;
    }

    /** 0 is how clients write that there is none. */
    private @Nullable BigInteger orgNumber() {
        BigInteger number = (BigInteger) given.values().get("orgNumber");
        if (number != null
                && number.signum() != 0
                && (number.compareTo(LEAST_ORG_NUMBER) < 0
                        || number.compareTo(MOST_ORG_NUMBER) > 0)) {
            throw refusal("orgNumber", "orgNumber must be 6 to 20 digits, or 0 for none.");
        }
        return number;
    }

    /** Who sends the number alone has lost the zeros in front of it before. */
    private @Nullable String orgNumberText() {
        if (!given.has("orgNumberText")) {
            BigInteger number = orgNumber();
            return number == null || number.signum() == 0 ? null : number.toString();
        }
        String digits = TextForm.DIGITS.normalise(given.text("orgNumberText"));
        if (digits.length() < FEWEST_DIGITS || TextForm.DIGITS.fault(digits).isPresent()) {
            throw refusal("orgNumberText", "orgNumberText must be 6 to 20 digits.");
        }
        return digits;
    }

    private long testId() {
        long testId = given.number("testId");
        if (testId < 0) {
            throw refusal("testId", "testId must not be less than 0.");
        }
        return testId;
    }

    private static ProblemException refusal(String field, String detail) {
        return Problem.ofField(Kind.INVALID, field, detail).asException();
    }
}
