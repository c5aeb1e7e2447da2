package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** An order whose answer never came may exist. The cart finds out before it orders anything else. */
@BrowserTest
class LostAnswerTest {

    private static final String CREATE_ORDER = "**/createOrder";
    private static final String ORDER_OUTCOME = "**/orderOutcome";
    private static final String NO_ANSWER = "net::ERR_FAILED /createOrder";

    private final List<String> keys = new ArrayList<>();

    @Test
    void anOrderThatExistsIsShownHoweverTheFormIsEdited(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee(NO_ANSWER);
        long before = visitors.backstage().settledOrders();
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        loseTheAnswer(ann);
        cart.send();
        cart.refuses("cart.noAnswer");
        long number = visitors.backstage().newestOrderOf(ann.email());
        cart.field("street").fill("2 Fern St");
        cart.field("email").fill("another." + ann.email());

        cart.send();

        assertThat(cart.question("cart.placed", number)).isVisible();
        ann.looksGood("cart whose order exists already");
        ann.button("cart.show").click();
        OrderPage order = new OrderPage(ann);
        order.isAt("deliverable");
        assertThat(order.chooseLink()).isVisible();
        assertThat(order.number()).isEqualTo(number);
        assertThat(visitors.backstage().settledOrders()).isEqualTo(before + 1);
        ann.cart().isEmpty();
    }

    @Test
    void aSecondOrderBeginsOnlyWhenItIsWanted(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee(NO_ANSWER);
        long before = visitors.backstage().settledOrders();
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        loseTheAnswer(ann);
        cart.send();
        cart.refuses("cart.noAnswer");
        ann.page().unroute(CREATE_ORDER);
        cart.send();
        long number = visitors.backstage().newestOrderOf(ann.email());
        assertThat(cart.question("cart.placed", number)).isVisible();

        ann.page().keyboard().press("Escape");
        assertThat(cart.question("cart.placed", number)).isHidden();
        assertThat(visitors.backstage().settledOrders()).isEqualTo(before + 1);
        cart.send();
        ann.button("cart.another").click();

        OrderPage second = new OrderPage(ann);
        second.isAt("deliverable");
        assertThat(second.number()).isNotEqualTo(number);
        assertThat(visitors.backstage().settledOrders()).isEqualTo(before + 2);
    }

    @Test
    void anOrderOfWhichNothingCameIsSentUnderTheSameKey(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee(NO_ANSWER);
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        ann.page().route(CREATE_ORDER, route -> {
            keep(route);
            route.abort();
        });
        cart.send();
        cart.refuses("cart.noAnswer");
        cart.field("street").fill("2 Fern St");
        ann.page().unroute(CREATE_ORDER);
        ann.page().route(CREATE_ORDER, route -> {
            keep(route);
            route.resume();
        });

        cart.send().isAt("deliverable");

        assertThat(keys).hasSize(2).containsOnly(keys.getFirst());
    }

    @Test
    void anOrderUnderWayIsWaitedFor(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee(NO_ANSWER);
        ann.page().clock().install();
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        ann.page().route(CREATE_ORDER, Route::abort);
        cart.send();
        cart.refuses("cart.noAnswer");
        List<String> asked = new ArrayList<>();
        ann.page().route(ORDER_OUTCOME, route -> {
            asked.add(new JsonObject(route.request().postData()).getString("email"));
            route.fulfill(Answers.outcome(asked.size() < 3 ? "IN_PROGRESS" : "NONE"));
        });
        ann.page().unroute(CREATE_ORDER);

        OrderPage order = cart.send();

        cart.says("cart.asking");
        ann.looksGood("cart that asks for its order");
        ann.page().clock().runFor(5_000);
        order.isAt("deliverable");
        assertThat(asked).hasSize(3).containsOnly(ann.email());
    }

    /** The answer came neither to the order nor to the question, so nothing is sent. */
    @Test
    void nothingIsSentWhileItIsUnknown(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee(NO_ANSWER, "net::ERR_FAILED /orderOutcome");
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        ann.page().route(CREATE_ORDER, route -> {
            keep(route);
            route.abort();
        });
        ann.page().route(ORDER_OUTCOME, Route::abort);
        cart.send();
        cart.refuses("cart.noAnswer");

        cart.send();

        cart.refuses("cart.noAnswer");
        cart.keeps(Person.ANN);
        assertThat(keys).hasSize(1);
    }

    /** The server knows that the key was used, and no more. */
    @Test
    void anOrderThatCantBeFoundIsAskedFor(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("422 /createOrder");
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        ann.page().route(CREATE_ORDER, route -> {
            keep(route);
            if (keys.size() < 3) {
                route.fulfill(Answers.orderExists());
            } else {
                route.resume();
            }
        });
        ann.answer(ORDER_OUTCOME, Answers.outcome("NONE"));

        cart.send();
        assertThat(cart.question("cart.doubt")).isVisible();
        ann.looksGood("cart that may have been ordered");
        ann.button("cart.doubtNo").click();
        cart.keeps(Person.ANN);
        cart.send();
        ann.button("cart.doubtYes").click();

        new OrderPage(ann).isAt("deliverable");
        assertThat(keys).hasSize(3);
        assertThat(keys.get(1)).isEqualTo(keys.getFirst());
        assertThat(keys.get(2)).isNotEqualTo(keys.getFirst());
    }

    @Test
    void aRefusalChangesNoKey(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("402 /createOrder");
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        ann.page().route(CREATE_ORDER, route -> {
            keep(route);
            route.fulfill(Answers.problem(402, "Payment declined"));
        });
        cart.send();
        cart.refuses("cart.declined");
        cart.field("street").fill("2 Fern St");
        cart.send();
        ann.page().waitForCondition(() -> keys.size() == 2);

        assertThat(keys).containsOnly(keys.getFirst());
    }

    @Test
    void twoTabsOfOneCartMakeOneOrder(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        long before = visitors.backstage().settledOrders();
        CartPage cart = ann.cartWith("Basic bonsai").fill(Person.ANN);
        ann.openTab();
        ann.cart().fill(Person.ANN);
        Held held = new Held(ann.page(), CREATE_ORDER);
        cart.send();
        Route second = held.call();

        ann.turnTo(0);
        cart.send().isAt("deliverable");
        ann.turnTo(1);
        second.resume();

        new OrderPage(ann).isAt("deliverable");
        assertThat(visitors.backstage().settledOrders()).isEqualTo(before + 1);
    }

    /** The server orders, and the page never hears of it. */
    private static void loseTheAnswer(Visitor visitor) {
        visitor.page().route(CREATE_ORDER, route -> {
            APIResponse answer = route.fetch();
            assertThat(answer.status()).isEqualTo(200);
            route.abort();
        });
    }

    private void keep(Route route) {
        keys.add(route.request().headers().getOrDefault("idempotency-key", ""));
    }
}
