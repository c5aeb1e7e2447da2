package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The page for who lost the link to an order. */
record FindPage(Visitor visitor) {

    FindPage fill(String orderId, String email) {
        visitor.field("find.number").fill(orderId);
        visitor.field("find.email").fill(email);
        return this;
    }

    void send() {
        visitor.button("find.send").click();
    }

    void refuses(String key) {
        Locator errors =
                visitor.page().getByRole(AriaRole.ALERT).filter(visitor.has("cart.errors"));
        assertThat(errors).containsText(visitor.words().of(key));
        assertThat(errors).isFocused();
    }

    void saysToLookIntoTheMail() {
        assertThat(visitor.find(AriaRole.HEADING, "find.sent")).isFocused();
    }
}
