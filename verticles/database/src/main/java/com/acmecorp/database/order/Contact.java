package com.acmecorp.database.order;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * Who gets the plants, and where, and what they read.
 *
 * @param state as the customer wrote it; null: none was told, as is postalCode
 * @param language two letters; null: the market's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
        String name,
        String email,
        String phone,
        String street,
        String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String language) {

    /** Where mails go, as people write it. */
    public String mailbox() {
        return name + " <" + email + ">";
    }

    /** This contact as a correction of an earlier one: what is null stays as it was, what is empty is none. */
    public Contact correcting(Contact earlier) {
        return new Contact(
                name,
                email,
                phone,
                street,
                city,
                corrected(state, earlier.state),
                corrected(postalCode, earlier.postalCode),
                corrected(language, earlier.language));
    }

    private static @Nullable String corrected(@Nullable String text, @Nullable String earlier) {
        if (text == null) {
            return earlier;
        }
        return text.isEmpty() ? null : text;
    }
}
