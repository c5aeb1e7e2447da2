package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

/** The whole way without a mouse. Wherever the focus comes, it can be seen. */
@BrowserTest
class KeyboardTest {

    private static final int MOST_TABS = 80;

    private static final String FOCUS_SHOWS = """
            () => {
              const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
              return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
            }""";

    @Test
    void aPersonOrdersAndBooksWithTheKeyboardOnly(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        putsTwoIntoTheCart(ann, ann.shop());
        orders(ann, new CartPage(ann));
        OrderPage order = new OrderPage(ann);
        order.isAt("deliverable");
        tabTo(ann, order.chooseLink());
        press(ann, "Enter");
        books(ann, new DeliveryPage(ann));
    }

    private static void putsTwoIntoTheCart(Visitor ann, ShopPage shop) {
        press(ann, "Tab");
        assertThat(ann.find(AriaRole.LINK, "header.skip")).isFocused();
        press(ann, "Enter");
        tabTo(ann, shop.quantity("Exclusive bonsai"));
        type(ann, "2");
        tabTo(ann, shop.addButton("Exclusive bonsai"));
        press(ann, "Enter");
        shop.hasInCart("Exclusive bonsai", 2);
        tabBackTo(ann, shop.cartLink());
        press(ann, "Enter");
    }

    private static void orders(Visitor ann, CartPage cart) {
        cart.says("cart.payUs", "$1,000.00 USD");
        tabTo(ann, cart.person());
        press(ann, "ArrowRight");
        assertThat(cart.business()).isChecked();
        press(ann, "ArrowLeft");
        assertThat(cart.person()).isChecked();
        fill(ann, cart, "name", Person.ANN.name());
        fill(ann, cart, "street", Person.ANN.street());
        fill(ann, cart, "city", Person.ANN.city());
        fill(ann, cart, "email", ann.email());
        fill(ann, cart, "phone", Person.ANN.phone());
        tabTo(ann, cart.sendButton());
        press(ann, "Space");
    }

    private static void books(Visitor ann, DeliveryPage delivery) {
        tabTo(ann, delivery.times().first());
        press(ann, "Space");
        press(ann, "ArrowDown");
        assertThat(delivery.times().nth(1)).isChecked();
        tabTo(ann, ann.button("delivery.book"));
        press(ann, "Enter");
        delivery.isBooked();
        assertThat(ann.find(AriaRole.HEADING, "delivery.isBooked")).isFocused();
    }

    private static void fill(Visitor visitor, CartPage cart, String field, String text) {
        tabTo(visitor, cart.field(field));
        type(visitor, text);
    }

    private static void type(Visitor visitor, String text) {
        visitor.page().keyboard().type(text);
    }

    private static void press(Visitor visitor, String key) {
        visitor.page().keyboard().press(key);
    }

    private static void tabTo(Visitor visitor, Locator target) {
        moveTo(visitor, target, "Tab");
    }

    private static void tabBackTo(Visitor visitor, Locator target) {
        moveTo(visitor, target, "Shift+Tab");
    }

    private static void moveTo(Visitor visitor, Locator target, String key) {
        assertThat(target).isVisible();
        Keyboard keyboard = visitor.page().keyboard();
        for (int tabs = 0; tabs < MOST_TABS && !isFocused(target); tabs++) {
            keyboard.press(key);
            assertThat(visitor.page().evaluate(FOCUS_SHOWS))
                    .as("the focus can be seen")
                    .isEqualTo(true);
        }
        assertThat(target).isFocused();
    }

    private static boolean isFocused(Locator target) {
        return (Boolean) target.evaluate("element => element === document.activeElement");
    }
}
