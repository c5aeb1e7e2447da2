package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

/** The cart and its form, before anything is sent. */
@BrowserTest
class CartTest {

    @Test
    void leadsBackToTheShopWhenEmpty(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.cart().isEmpty();
        ann.looksGood("empty cart");

        ann.find(AriaRole.LINK, "cart.seePlants").click();

        assertThat(ann.find(AriaRole.HEADING, "shop.heading")).isVisible();
    }

    @Test
    void changesQuantitiesAndTakesPlantsOut(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        CartPage cart = ann.cartWith("Basic bonsai", "Lush bracken");
        cart.says("cart.payUs", "$300.00 USD");
        ann.looksGood("cart");

        cart.quantity("Basic bonsai").fill("3");
        cart.quantity("Basic bonsai").blur();
        cart.says("cart.payUs", "$600.00 USD");
        ann.announces("$600.00 USD");

        cart.remove("Basic bonsai");
        cart.says("cart.payUs", "$150.00 USD");
        ann.announces("$150.00 USD");

        cart.remove("Lush bracken");
        cart.isEmpty();
    }

    @Test
    void namesEachMistakeBesideItsFieldAndInTheSummary(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        CartPage cart = ann.cartWith("Basic bonsai");
        cart.sendButton().click();
        cart.refuses("cart.missingName");
        assertThat(cart.field("name")).hasAccessibleDescription(ann.words().of("cart.missingName"));
        ann.looksGood("cart with mistakes");

        cart.errors().getByText(ann.words().of("cart.missingName")).click();
        assertThat(cart.field("name")).isFocused();

        cart.fill(Person.ANN);
        cart.field("email").fill("nobody");
        cart.sendButton().click();
        cart.refuses("cart.wrongEmail");
    }

    @Test
    void asksBusinessesForTheirNumberAndHoldsThemInTheUnitedStates(Visitors visitors) {
        Visitor office = visitors.from(Market.US);
        CartPage cart = office.cartWith("Basic bonsai").fill(Person.ANN);
        assertThat(cart.field("orgNumber")).isHidden();

        cart.business().check();

        assertThat(cart.market()).isDisabled();
        assertThat(cart.market()).hasValue("US");
        assertThat(cart.field("orgNumber")).hasAttribute("inputmode", "numeric");
        cart.keeps(Person.ANN);
        office.looksGood("cart of a business");

        cart.sendInvoiced();
        cart.refuses("cart.missingOrgNumber");
        cart.field("orgNumber").fill("12345");
        cart.sendInvoiced();
        cart.refuses("cart.wrongOrgNumber");

        cart.person().check();
        assertThat(cart.market()).isEnabled();
        assertThat(cart.field("orgNumber")).isHidden();
        cart.keeps(Person.ANN);
    }

    @Test
    void sendsLanguageAndPlaceWithTheOrder(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        cart.field("state").fill("OR");
        cart.field("postalCode").fill("97205");
        ann.looksGood("cart with state and postal code");

        Request request = ann.page().waitForRequest("**/createOrder", cart::send);

        JsonObject order = new JsonObject(request.postData());
        assertThat(order.getString("language")).isEqualTo("en");
        assertThat(order.getString("state")).isEqualTo("OR");
        assertThat(order.getString("postalCode")).isEqualTo("97205");
        new OrderPage(ann).isAt("deliverable");
    }

    @Test
    void callsStateAndPostalCodeAsTheCountryDoes(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        CartPage cart = ann.cartWith("Basic bonsai");
        assertThat(cart.field("postalCode")).isVisible();

        cart.market().selectOption("MX");

        assertThat(cart.field("estado")).isVisible();
        assertThat(cart.field("codigo")).isVisible();
        CartPage carrito = visitors.from(Market.MX).cartWith("Basic bonsai");
        carrito.market().selectOption("MX");
        assertThat(carrito.field("state")).isVisible();
        assertThat(carrito.field("postalCode")).isVisible();
    }

    @Test
    void keepsWhatWasTypedWhenReloaded(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);

        ann.page().reload();

        cart.keeps(Person.ANN);
    }

    @Test
    void isTheSameInAllTabsAndOutlivesThem(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        CartPage cart = ann.cartWith("Basic bonsai");
        cart.says("cart.payUs", "$150.00 USD");

        ann.openTab();
        ShopPage shop = ann.shop();
        shop.hasInCart("Basic bonsai", 1);
        shop.add("Lush bracken");

        ann.turnTo(0);
        cart.says("cart.payUs", "$300.00 USD");
        assertThat(shop.cartLink()).containsText("2 plants");
        ann.announces(ann.words().of("cart.changedElsewhere"));
        ann.page().close();
        ann.openTab();
        ann.cart().says("cart.payUs", "$300.00 USD");
    }

    /** Carts were once kept by tab. */
    @Test
    void takesOverACartOfBefore(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.shop();
        ann.page()
                .evaluate(
                        "() => sessionStorage.setItem('acme.basket', JSON.stringify({ lines: { BB001: 2 }, draft: { name: \"Ann O'Neill\" } }))");

        CartPage cart = ann.cart();

        cart.says("cart.payUs", "$300.00 USD");
        assertThat(cart.field("name")).hasValue(Person.ANN.name());
    }

    @Test
    void namesThePlantsThatAreNoLongerSold(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        CartPage cart = ann.cartWith("Basic bonsai", "Lush bracken");
        cart.says("cart.payUs", "$300.00 USD");
        ann.withoutInCatalogue("BB001");
        ann.page().reload();
        cart.says("cart.gone", "Basic bonsai");
        cart.says("cart.payUs", "$150.00 USD");
        ann.looksGood("cart with a plant that is no longer sold");

        ann.withoutInCatalogue("LB001");
        ann.page().reload();

        cart.says("cart.gone", "Lush bracken");
        cart.isEmpty();
        ann.looksGood("cart whose only plant is no longer sold");
    }

    @Test
    void saysThatPricesAreOnTheirWayAndOffersToAskAgain(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("net::ERR_FAILED /products");
        ann.cartWith("Basic bonsai");
        Held held = ann.hold("**/products");
        ann.page().reload();
        CartPage cart = new CartPage(ann);
        cart.says("cart.loading");
        ann.looksGood("cart whose prices are on their way");

        held.call().abort();
        cart.says("cart.noAnswer");
        ann.looksGood("cart without prices");

        ann.page().unroute("**/products");
        ann.button("again").click();
        cart.says("cart.payUs", "$150.00 USD");
    }
}
