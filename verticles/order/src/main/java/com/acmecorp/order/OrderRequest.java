package com.acmecorp.order;

import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.FieldError;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.text.ContactField;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a customer asks for, checked for form but not yet against the catalogue.
 *
 * @param state null where none was given, as is postalCode
 * @param language two letters, not checked against those we know; null: the market's
 * @param orgNumber its digits, zeros in front included; null where none, or 0, was given
 * @param testId 0 for a customer's order
 */
record OrderRequest(
        String name,
        String email,
        String phone,
        String street,
        String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String language,
        String customerType,
        String market,
        Basket basket,
        UsdCents totalPrice,
        @Nullable OrgNumber orgNumber,
        long testId) {

    /**
     * Reads an order as it stands in JSON.
     *
     * @throws com.acmecorp.platform.problem.ProblemException that names every field at fault
     */
    static OrderRequest of(JsonObject json) {
        Fields fields = new Fields(json, new ArrayList<>());
        OrderRequest order = new OrderRequest(
                fields.contact(ContactField.NAME),
                fields.contact(ContactField.EMAIL),
                fields.contact(ContactField.PHONE),
                fields.contact(ContactField.STREET),
                fields.contact(ContactField.CITY),
                fields.optional(ContactField.STATE),
                fields.optional(ContactField.POSTAL_CODE),
                fields.language("language"),
                fields.text("customerType"),
                fields.text("market"),
                fields.basket("products"),
                new UsdCents(fields.wholeNumber("totalPrice", true)),
                fields.orgNumber("orgNumber"),
                fields.wholeNumber("testId", false));
        fields.check();
        return order;
    }

    boolean isTest() {
        return testId > 0;
    }

    /** Reads fields and gathers what is wrong with them. */
    private record Fields(JsonObject json, List<FieldError> errors) {

        /** What JavaScript still counts exactly; local prices of it fit into a long. */
        private static final long MOST = (1L << 53) - 1;

        String contact(ContactField field) {
            if (!(json.getValue(field.field()) instanceof String typed) || typed.isBlank()) {
                return wrong(field.field(), "is needed", "");
            }
            return field.fault(typed)
                    .map(fault -> wrong(field.field(), fault, ""))
                    .orElseGet(() -> field.normalise(typed));
        }

        /** Forms send an empty text for what was left out. */
        @Nullable
        String optional(ContactField field) {
            Object typed = json.getValue(field.field());
            return typed == null || (typed instanceof String text && text.isBlank())
                    ? null
                    : contact(field);
        }

        @Nullable
        String language(String field) {
            return switch (json.getValue(field)) {
                case null -> null;
                case String typed
                when isLanguage(typed.toLowerCase(Locale.ROOT)) -> typed.toLowerCase(Locale.ROOT);
                default -> wrong(field, "must be the two letters of a language such as en", null);
            };
        }

        private static boolean isLanguage(String text) {
            return text.length() == 2
                    && text.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        }

        String text(String field) {
            if (json.getValue(field) instanceof String text && !text.isBlank()) {
                return text.strip();
            }
            return wrong(field, "is needed", "");
        }

        Basket basket(String field) {
            String products = text(field);
            Basket basket = Basket.parse(products);
            return products.isEmpty() || !basket.hasGaps()
                    ? basket
                    : wrong(field, "must be SKUs with commas between", basket);
        }

        long wholeNumber(String field, boolean needed) {
            return switch (json.getValue(field)) {
                case Integer number when number >= 0 -> number;
                case Long number when number >= 0 && number <= MOST -> number;
                case null -> needed ? wrong(field, "is needed", 0L) : 0;
                default -> wrong(field, "must be a whole number from 0 to " + MOST, 0L);
            };
        }

        @Nullable
        OrgNumber orgNumber(String field) {
            try {
                return OrgNumber.read(json.getValue(field));
            } catch (IllegalArgumentException e) {
                return wrong(field, "must be 6 to 20 digits", null);
            }
        }

        private <T extends @Nullable Object> T wrong(String field, String what, T standIn) {
            errors.add(new FieldError(field, field + " " + what + "."));
            return standIn;
        }

        void check() {
            if (!errors.isEmpty()) {
                String detail =
                        errors.stream().map(FieldError::detail).collect(Collectors.joining(" "));
                throw new Problem(Kind.INVALID, detail, errors).asException();
            }
        }
    }
}
