package com.acmecorp.email;

import java.util.function.Supplier;

/**
 * A mail in words: one mail with two versions of the same text.
 *
 * @param page makes the version in HTML; a mail that is only kept never needs it
 */
record RenderedMail(String subject, String text, Supplier<String> page) {

    RenderedMail(String subject, String text, String html) {
        this(subject, text, () -> html);
    }

    String html() {
        return page.get();
    }
}
