package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import java.net.URI;
import java.util.regex.Pattern;

/** The order's own page: where it stands and what comes next. */
record OrderPage(Visitor visitor) {

    private static final long A_WHILE_MS = 2_000;
    private static final Pattern ADDRESS = Pattern.compile("/success(\\.html)?#order=");

    /** The order's number and token, as the address of its page carries them. */
    String fragment() {
        assertThat(visitor.page()).hasURL(ADDRESS);
        return "#" + URI.create(visitor.page().url()).getRawFragment();
    }

    long number() {
        return Long.parseLong(fragment().split("[=&]", -1)[1]);
    }

    /** The step that the order has come to, live. */
    void isAt(String step) {
        assertThat(current()).containsText(visitor.words().of("order." + step));
    }

    /** The step that the order comes to while time flies: the page asks only now and then. */
    void comesTo(String step) {
        flyUntil(current().filter(visitor.has("order." + step)));
    }

    void comesToSay(String key) {
        flyUntil(visitor.sentence(key));
    }

    private void flyUntil(Locator shown) {
        visitor.page().waitForCondition(() -> {
            visitor.page().clock().runFor(A_WHILE_MS);
            return shown.isVisible();
        });
    }

    Locator current() {
        return visitor.page().locator("[aria-current=step]");
    }

    void lists(int quantity, String plant) {
        assertThat(visitor.page().getByRole(AriaRole.MAIN))
                .containsText(Pattern.compile(quantity + "\\s*×\\s*" + plant));
    }

    void costs(String amount) {
        assertThat(visitor.page().getByText(amount)).isVisible();
    }

    void says(String key, Object... inserted) {
        assertThat(visitor.sentence(key, inserted).first()).isVisible();
    }

    /** A wrong link opens nothing: no number, no plants, no steps. */
    void tellsNothing() {
        says("order.badLink");
        assertThat(visitor.page().getByText("×").first()).isHidden();
        assertThat(current()).isHidden();
    }

    Locator cancelButton() {
        return visitor.button("order.cancel");
    }

    Locator confirmation() {
        return visitor.find(AriaRole.DIALOG, "order.confirmCancel");
    }

    /** After the question whether that is meant. */
    void cancel() {
        cancelButton().click();
        assertThat(confirmation()).isVisible();
        visitor.button("order.cancelYes").click();
    }

    void isCancelled() {
        isAt("cancelled");
        says("order.isCancelled");
        assertThat(chooseLink()).isHidden();
        assertThat(cancelButton()).isHidden();
    }

    /** Whoever has only the tracking link can do nothing with the order. */
    void showsOnly() {
        assertThat(mailButton()).isVisible();
        assertThat(chooseLink()).isHidden();
        assertThat(cancelButton()).isHidden();
    }

    Locator mailButton() {
        return visitor.button("order.mailLink");
    }

    Locator chooseLink() {
        return visitor.find(AriaRole.LINK, "order.choose");
    }
}
