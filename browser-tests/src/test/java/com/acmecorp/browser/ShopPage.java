package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The first page: six plants, each on a card. */
record ShopPage(Visitor visitor) {

    void choose(Market market) {
        markets().selectOption(market.name());
    }

    Locator markets() {
        return visitor.page().getByLabel(Words.inAnyLanguage("shop.market"));
    }

    void add(String plant) {
        addButton(plant).click();
    }

    Locator addButton(String plant) {
        return card(plant)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(visitor.words().of("shop.add")));
    }

    Locator quantity(String plant) {
        return card(plant).getByLabel(visitor.words().of("shop.quantity"));
    }

    Locator cards() {
        return visitor.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LISTITEM)
                .filter(new FilterOptions().setHas(visitor.page().getByRole(AriaRole.HEADING)));
    }

    Locator card(String plant) {
        return cards().filter(new FilterOptions()
                .setHas(visitor.page()
                        .getByRole(
                                AriaRole.HEADING,
                                new GetByRoleOptions().setName(plant).setExact(true))));
    }

    void hasInCart(String plant, int quantity) {
        assertThat(card(plant)).containsText(visitor.words().of("shop.inCart", quantity));
    }

    CartPage toCart() {
        cartLink().click();
        return new CartPage(visitor);
    }

    Locator cartLink() {
        return visitor.page()
                .getByRole(AriaRole.BANNER)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(visitor.words().of("header.cart")));
    }
}
