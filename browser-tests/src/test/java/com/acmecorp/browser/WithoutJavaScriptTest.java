package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Who has no JavaScript can read what there is and what it costs, and learns what doesn't work. */
@BrowserTest
class WithoutJavaScriptTest {

    private static final Pattern SCRIPTS =
            Pattern.compile("</?noscript>|<script.*?</script>|<link rel=\"modulepreload\"[^>]*>");

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
        says(ann, "needsJavaScript.shop");
        PRICES.forEach((plant, price) -> {
            assertThat(shop.card(plant)).isVisible();
            assertThat(shop.card(plant)).containsText(price);
            assertThat(shop.addButton(plant)).isHidden();
        });
        looksGood(visitors.from(Market.US), "");
    }

    @Test
    void theOtherPagesSayWhatNeedsJavaScript(Visitors visitors) {
        Visitor ann = visitors.withoutJavaScript();
        Visitor reviewer = visitors.from(Market.US);
        for (String page : List.of("cart", "success", "delivery", "find")) {
            ann.page().navigate("/" + page);
            says(ann, "needsJavaScript." + page);
            looksGood(reviewer, page);
        }
    }

    /** Playwright passes over the texts of noscript, as if there always were scripts. */
    private static void says(Visitor visitor, String key) {
        Locator sentence = visitor.page().locator("main noscript p");
        assertThat(sentence).isVisible();
        assertThat(sentence).containsText(visitor.words().of(key));
    }

    /** Axe is a script itself, so it sees what such a browser shows, in a browser that has scripts. */
    private static void looksGood(Visitor reviewer, String page) {
        reviewer.page().route("**/" + page, route -> {
            APIResponse answer = route.fetch();
            route.fulfill(new FulfillOptions()
                    .setResponse(answer)
                    .setBody(SCRIPTS.matcher(answer.text()).replaceAll("")));
        });
        reviewer.page().navigate("/" + page);
        assertThat(reviewer.page().locator("main .needs-js").first()).isHidden();
        reviewer.looksGood(page + " without JavaScript");
    }
}
