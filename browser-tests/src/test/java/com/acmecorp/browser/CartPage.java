package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The cart: its lines, and the form that makes an order of them. */
record CartPage(Visitor visitor) {

    Locator quantity(String plant) {
        return visitor.field("cart.quantity", plant);
    }

    void remove(String plant) {
        visitor.button("cart.remove", plant).click();
    }

    void isEmpty() {
        assertThat(visitor.sentence("cart.empty")).isVisible();
    }

    Locator person() {
        return visitor.find(AriaRole.RADIO, "cart.person");
    }

    Locator business() {
        return visitor.find(AriaRole.RADIO, "cart.business");
    }

    Locator market() {
        return visitor.field("cart.market");
    }

    Locator field(String name) {
        return visitor.field("cart." + name);
    }

    CartPage fill(Person person) {
        if (!person.orgNumber().isEmpty()) {
            business().check();
            field("orgNumber").fill(person.orgNumber());
        }
        field("name").fill(person.name());
        field("street").fill(person.street());
        field("city").fill(person.city());
        field("email").fill(visitor.email());
        field("phone").fill(person.phone());
        return this;
    }

    void keeps(Person person) {
        assertThat(field("name")).hasValue(person.name());
        assertThat(field("street")).hasValue(person.street());
        assertThat(field("city")).hasValue(person.city());
        assertThat(field("email")).hasValue(visitor.email());
        assertThat(field("phone")).hasValue(person.phone());
    }

    void says(String key, Object... inserted) {
        assertThat(visitor.sentence(key, inserted).first()).isVisible();
    }

    /** The summary of what is wrong, which takes the focus. */
    Locator errors() {
        return visitor.page().getByRole(AriaRole.ALERT).filter(visitor.has("cart.errors"));
    }

    /** The summary says so. */
    void refuses(String key) {
        assertThat(errors()).containsText(visitor.words().of(key));
        assertThat(errors()).isFocused();
    }

    Locator sendButton() {
        return visitor.button("cart.send");
    }

    OrderPage send() {
        sendButton().click();
        return new OrderPage(visitor);
    }

    /** The question that comes when an order of this cart exists already. */
    Locator question(String key, Object... inserted) {
        return visitor.find(AriaRole.DIALOG, key, inserted);
    }

    OrderPage sendInvoiced() {
        visitor.button("cart.sendInvoiced").click();
        return new OrderPage(visitor);
    }
}
