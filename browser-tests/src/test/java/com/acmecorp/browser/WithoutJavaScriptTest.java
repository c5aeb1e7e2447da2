package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** Who has no JavaScript can read what there is and what it costs, and learns what doesn't work. */
@ExtendWith(InTheShop.class)
@Timeout(60)
class WithoutJavaScriptTest {

    private static final Map<String, String> PRICES = Map.of(
            "Lush bracken", "$150.00 USD",
            "Lush big leaf", "$180.00 USD",
            "Exclusive decorative", "$300.00 USD",
            "Exclusive bonsai", "$500.00 USD",
            "Basic bonsai", "$150.00 USD",
            "Basic big leaf", "$125.00 USD");

    @Test
    void theShopShowsItsPlantsAndPrices(Visitors visitors) {
        Visitor ann = visitors.withoutJavaScript();
        ShopPage shop = ann.shop();
        assertThat(ann.sentence("needsJavaScript.shop")).isVisible();
        PRICES.forEach((plant, price) -> {
            assertThat(shop.card(plant)).isVisible();
            assertThat(shop.card(plant)).containsText(price);
            assertThat(shop.addButton(plant)).isHidden();
        });
        ann.looksGood("shop without JavaScript");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "success", "delivery"})
    void thePageSaysWhatNeedsJavaScript(String page, Visitors visitors) {
        Visitor ann = visitors.withoutJavaScript();
        ann.page().navigate("/" + page);
        assertThat(ann.sentence("needsJavaScript." + page)).isVisible();
        ann.looksGood(page + " without JavaScript");
    }
}
