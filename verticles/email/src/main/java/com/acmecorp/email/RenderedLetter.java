package com.acmecorp.email;

import java.util.function.Supplier;

/**
 * A letter in words: one mail with two versions of the same text.
 *
 * @param page makes the version in HTML; a letter that is only kept never needs it
 */
record RenderedLetter(String subject, String text, Supplier<String> page) {

    RenderedLetter(String subject, String text, String html) {
        this(subject, text, () -> html);
    }

    String html() {
        return page.get();
    }
}
