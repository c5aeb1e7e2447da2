package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

/** Who has no link, or only one that was passed on, gets theirs by mail and learns nothing on the way. */
@BrowserTest
class FindOrderTest {

    private static final String FIND_ORDER = "**/findOrder";
    private static final String ORDER_STATUS = "**/orderStatus";
    private static final JsonObject ACCEPTED = JsonObject.of("status", "ACCEPTED");

    @Test
    void sendsNumberAndAddressAndSaysNothingOfTheOrder(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.answer(FIND_ORDER, Answers.json(ACCEPTED).setStatus(202));
        FindPage find = ann.find();
        ann.looksGood("find an order");
        find.send();
        find.refuses("find.missing");
        ann.looksGood("find an order: nothing entered");
        find.fill("Order 4711", ann.email());

        Request request = ann.page().waitForRequest(FIND_ORDER, find::send);

        find.saysToLookIntoTheMail();
        assertThat(new JsonObject(request.postData()))
                .isEqualTo(JsonObject.of("orderId", 4711, "email", ann.email()));
        ann.looksGood("find an order: asked for");
    }

    @Test
    void saysWhenItIsAskedForTooOften(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("429 /findOrder");
        ann.answer(FIND_ORDER, Answers.busy(60).setStatus(429));
        FindPage find = ann.find().fill("4711", ann.email());

        find.send();

        find.refuses("order.busy");
    }

    @Test
    void isReachedFromALinkThatOpensNothing(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("403 /orderStatus");
        ann.order("#order=4711&token=guessed").tellsNothing();

        ann.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(ann.has("order.find"))
                .click();

        assertThat(ann.find(AriaRole.HEADING, "find.heading")).isVisible();
    }

    @Test
    void mailsTheCustomersLinkFromTheOnePassedOn(Visitors visitors) {
        Visitor friend = visitors.from(Market.US);
        JsonObject order = Answers.stockedOrder(4_711).put("canBook", true).put("canCancel", true);
        order.remove("deliveryUrl");
        friend.answer(ORDER_STATUS, Answers.json(order));
        friend.answer(FIND_ORDER, Answers.json(ACCEPTED).setStatus(202));
        OrderPage page = friend.order("#order=4711&token=abc");
        page.showsOnly();

        Request request =
                friend.page().waitForRequest(FIND_ORDER, () -> page.mailButton().click());

        friend.announces(friend.words().of("order.linkMailed"));
        assertThat(new JsonObject(request.postData()))
                .isEqualTo(JsonObject.of("orderId", 4711, "token", "abc"));
        friend.looksGood("order whose link is mailed");
    }

    /** Whoever copies the address of the page passes on no more than the sight of the order. */
    @Test
    void keepsTheCustomersTokenOutOfTheAddress(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        String link = visitors.customersOrder();
        OrderPage order = ann.order(link);
        assertThat(order.chooseLink()).isVisible();
        assertThat(order.fragment()).isEqualTo(link.split("&manage=", 2)[0]);

        ann.page().reload();

        assertThat(order.chooseLink()).isVisible();
        assertThat(order.cancelButton()).isVisible();
    }
}
