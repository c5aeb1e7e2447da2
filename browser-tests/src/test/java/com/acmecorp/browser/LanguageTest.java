package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

/** The language is the shopper's, whichever country's prices they look at. */
@BrowserTest
class LanguageTest {

    @Test
    void isTheBrowsersAtFirstAndNotTheCountrys(Visitors visitors) {
        Visitor jose = visitors.from(Market.MX);
        ShopPage shop = jose.shop();
        speaks(jose, "es-MX");
        assertThat(shop.card("Lush bracken")).containsText("$150.00 USD");

        Visitor ann = visitors.from(Market.US);
        ann.shop().choose(Market.MX);
        ann.page().reload();

        speaks(ann, "en-US");
        assertThat(ann.find(AriaRole.HEADING, "shop.heading")).isVisible();
    }

    @Test
    void isTheOneThatWasChosenOnAllPagesFromThenOn(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.cartWith("Basic bonsai").fill(Person.ANN);

        ann.speak("es");

        CartPage cart = new CartPage(ann);
        cart.keeps(Person.ANN);
        speaks(ann, "es-MX");
        ann.looksGood("cart in another language than the country's");
        ann.find().fill("1", "nobody");
        speaks(ann, "es-MX");
        ann.speak("en");
        speaks(ann, "en-US");
    }

    @Test
    void isTheOneThatALinkNames(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.page().navigate("/#lang=es");
        speaks(ann, "es-MX");

        ann.page().navigate("/cart");
        speaks(ann, "en-US");
    }

    private static void speaks(Visitor visitor, String language) {
        assertThat(visitor.page().locator("html")).hasAttribute("lang", language);
    }
}
