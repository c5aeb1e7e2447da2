package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What may come between the button and the order. Nothing typed is lost, and nothing is ordered twice. */
@BrowserTest
class OrderingTest {

    private static final String CREATE_ORDER = "**/createOrder";

    @Test
    void aDeclinedPaymentOrdersNothing(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("402 /createOrder");
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        ann.answer(CREATE_ORDER, Answers.problem(402, "Payment declined"));

        cart.send();

        cart.refuses("cart.declined");
        cart.keeps(Person.ANN);
        ann.looksGood("payment declined");
        ann.page().unroute(CREATE_ORDER);
        cart.send().isAt("deliverable");
    }

    /** The shopper's page has prices of yesterday; the refusal and the new prices are the real server's. */
    @Test
    void aChangedPriceIsShownBeforeAnythingIsOrdered(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("422 /createOrder");
        ann.shop().add("Basic bonsai");
        ann.page().route("**/products", route -> {
            APIResponse today = route.fetch();
            route.fulfill(new FulfillOptions()
                    .setResponse(today)
                    .setBody(today.text().replace("15000", "14000")));
        });
        CartPage cart = ann.cart().fill(Person.ANN);
        cart.says("cart.payUs", "$140.00 USD");
        ann.page().unroute("**/products");

        cart.send();

        cart.refuses("cart.priceChanged");
        cart.says("cart.payUs", "$150.00 USD");
        cart.keeps(Person.ANN);
        ann.looksGood("prices changed");
        cart.send().isAt("deliverable");
    }

    @Test
    void anOverloadedServerIsAskedAgainWhenItSaidWithTheSameKey(Visitors visitors) {
        isAskedAgain(visitors.from(Market.US).foresee("503 /createOrder"), Answers.busy(40));
    }

    /** The page was closed while it waited, and its first request is being paid for. */
    @Test
    void anOrderUnderWayIsAskedForAgainWithTheSameKey(Visitors visitors) {
        isAskedAgain(visitors.from(Market.US).foresee("409 /createOrder"), Answers.inProgress(40));
    }

    private static void isAskedAgain(Visitor ann, Route.FulfillOptions firstAnswer) {
        ann.page().clock().install();
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        List<String> keys = new ArrayList<>();
        ann.page().route(CREATE_ORDER, route -> {
            keys.add(key(route));
            if (keys.size() == 1) {
                route.fulfill(firstAnswer);
            } else {
                route.resume();
            }
        });

        OrderPage order = cart.send();

        cart.says("cart.busy", "40");
        ann.looksGood("waiting for an overloaded server");
        cart.keeps(Person.ANN);
        ann.page().clock().runFor(40_000);
        order.isAt("deliverable");
        assertThat(keys).hasSize(2).doesNotContain("").containsOnly(keys.getFirst());
    }

    @Test
    void beingOfflineLosesNothing(Visitors visitors) {
        Visitor ann =
                visitors.from(Market.US).foresee("net::ERR_INTERNET_DISCONNECTED /createOrder");
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        ann.browser().setOffline(true);
        assertThat(ann.sentence("header.offline")).isVisible();

        cart.send();

        cart.refuses("cart.offline");
        cart.keeps(Person.ANN);
        ann.looksGood("offline");
        ann.browser().setOffline(false);
        assertThat(ann.sentence("header.offline")).isHidden();
        cart.send().isAt("deliverable");
    }

    @Test
    void aDoubleClickOrdersOnce(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        long before = visitors.backstage().settledOrders();
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        List<String> keys = ann.keysOf(CREATE_ORDER);

        cart.sendButton().dblclick();

        new OrderPage(ann).isAt("deliverable");
        assertThat(keys).hasSize(1);
        assertThat(visitors.backstage().settledOrders()).isEqualTo(before + 1);
    }

    /** The server has the order, but its answer never arrives. */
    @Test
    void aReloadWhileTheAnswerIsAwaitedOrdersOnce(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        long before = visitors.backstage().settledOrders();
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        List<String> keys = new ArrayList<>();
        ann.page().route(CREATE_ORDER, route -> {
            keys.add(key(route));
            assertThat(route.fetch().status()).isEqualTo(200);
        });
        cart.send();
        ann.page().waitForCondition(() -> keys.size() == 1);
        assertThat(visitors.backstage().settledOrders()).isEqualTo(before + 1);

        ann.page().reload();
        long number = visitors.backstage().newestOrderOf(ann.email());
        assertThat(cart.question("cart.placed", number)).isVisible();
        cart.keeps(Person.ANN);
        ann.button("cart.show").click();

        new OrderPage(ann).isAt("deliverable");
        assertThat(keys).hasSize(1).doesNotContain("");
        assertThat(visitors.backstage().settledOrders()).isEqualTo(before + 1);
        ann.cart().isEmpty();
    }

    private static String key(Route route) {
        return route.request().headers().getOrDefault("idempotency-key", "");
    }
}
