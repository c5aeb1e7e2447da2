package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.Test;

/** The first page, and the one that isn't there. */
@BrowserTest
class ShopWindowTest {

    @Test
    void showsSixPlantsAndCountsTheCart(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ShopPage shop = ann.shop();
        assertThat(ann.find(AriaRole.HEADING, "shop.heading")).isVisible();
        assertThat(shop.cards()).hasCount(6);
        ann.looksGood("shop");

        shop.add("Basic bonsai");
        shop.quantity("Lush bracken").fill("2");
        shop.add("Lush bracken");

        shop.hasInCart("Lush bracken", 2);
        assertThat(shop.cartLink()).containsText("3 plants");
        ann.announces("3 plants");
        ann.looksGood("shop with a cart");

        shop.quantity("Lush bracken").fill("50");
        shop.add("Lush bracken");
        assertThat(ann.sentence("shop.atMost").first()).isVisible();
        ann.looksGood("shop at the limit");
    }

    @Test
    void showsThePricesOfTheCountryThatWasChosenAndStaysSo(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ShopPage shop = ann.shop();
        shop.choose(Market.MX);
        assertThat(shop.card("Lush bracken")).containsText("$3,000.00 MXN");

        ann.page().reload();

        assertThat(shop.card("Lush bracken")).containsText("$3,000.00 MXN");
        shop.choose(Market.US);
        assertThat(shop.card("Lush bracken")).containsText("$150.00 USD");
    }

    @Test
    void marksAPlantThatIsNoLongerSold(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.withoutInCatalogue("BB001");

        ShopPage shop = ann.shop();

        assertThat(shop.card("Basic bonsai")).containsText(ann.words().of("shop.gone"));
        assertThat(shop.addButton("Basic bonsai")).hasCount(0);
        ann.looksGood("shop without one of its plants");
    }

    @Test
    void keepsToDollarsWhenThePricesCannotBeLoaded(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("net::ERR_FAILED /products");
        ann.page().route("**/products", Route::abort);

        ShopPage shop = ann.shop();

        assertThat(ann.sentence("shop.onlyUsPrices")).isVisible();
        assertThat(shop.card("Lush bracken")).containsText("$150.00 USD");
        assertThat(shop.markets()).isDisabled();
        ann.looksGood("shop without prices of today");
    }

    @Test
    void leadsBackFromWhereNothingIs(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("404 /plants/of/yesterday");
        ann.page().navigate("/plants/of/yesterday");
        assertThat(ann.find(AriaRole.HEADING, "missing.heading")).isVisible();
        ann.looksGood("nothing here");

        ann.find(AriaRole.LINK, "cart.seePlants").click();

        assertThat(ann.find(AriaRole.HEADING, "shop.heading")).isVisible();
    }
}
