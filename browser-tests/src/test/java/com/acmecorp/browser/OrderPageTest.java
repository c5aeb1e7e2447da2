package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route.FulfillOptions;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The order's own page, on the first and on later visits. */
@BrowserTest
class OrderPageTest {

    private static final String ORDER_STATUS = "**/orderStatus";
    private static final long SOME_ORDER = 4_711;
    private static final String SOME_LINK = "#order=" + SOME_ORDER + "&token=abc";

    @Test
    void showsTheSameOnLaterVisitsAndNothingWithoutTheToken(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        OrderPage first = ann.cartWith("Basic bonsai").fill(Person.ANN).send();
        first.isAt("deliverable");
        String fragment = first.fragment();

        Visitor later = visitors.from(Market.US);
        OrderPage again = later.order(fragment);
        again.isAt("deliverable");
        again.lists(1, "Basic bonsai");
        again.says("order.number", first.number());
        again.showsOnly();
        later.looksGood("order that a passed-on link shows");

        Visitor stranger = visitors.from(Market.US).foresee("403 /orderStatus");
        stranger.order("#order=" + first.number() + "&token=guessed").tellsNothing();
        stranger.looksGood("order with a wrong token");
    }

    @Test
    void tellsWhereTheLinkIsToWhoHasNone(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.order("").says("order.noLink");
        ann.looksGood("order page without a link");
    }

    @Test
    void saysThatTheOrderIsOnItsWay(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        Held held = ann.hold(ORDER_STATUS);
        OrderPage order = ann.order(SOME_LINK);
        order.says("order.loading");
        ann.looksGood("order that is on its way");

        held.call().fulfill(Answers.json(Answers.stockedOrder(SOME_ORDER)));
        order.isAt("deliverable");
    }

    @Test
    void asksNowAndThenWhereNoStreamGetsThrough(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.page().clock().install();
        ann.answer(ORDER_STATUS, Answers.json(Answers.placedOrder(SOME_ORDER)));
        OrderPage order = ann.order(SOME_LINK);
        order.isAt("placed");
        order.lists(2, "Basic bonsai");
        ann.looksGood("order that was placed");

        ann.answer(ORDER_STATUS, Answers.json(Answers.stockedOrder(SOME_ORDER)));

        order.comesTo("deliverable");
    }

    @Test
    void goesOnWhereABrokenStreamEnded(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.page().clock().install();
        List<String> lastEventIds = new ArrayList<>();
        ann.page().route(ORDER_STATUS, route -> {
            lastEventIds.add(lastEventId(route.request()));
            route.fulfill(event(lastEventIds.size()));
        });
        OrderPage order = ann.order(SOME_LINK);
        order.isAt("placed");

        order.comesTo("deliverable");
        assertThat(lastEventIds.subList(0, 2)).containsExactly("", "event-1");
    }

    @Test
    void saysSoWhileTheShopCannotBeReachedAndKeepsTrying(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("503 /orderStatus");
        ann.page().clock().install();
        ann.answer(ORDER_STATUS, Answers.json(Answers.placedOrder(SOME_ORDER)));
        OrderPage order = ann.order(SOME_LINK);
        order.isAt("placed");

        ann.answer(ORDER_STATUS, Answers.problem(503, "Service unavailable"));
        order.comesToSay("order.interrupted");
        order.isAt("placed");
        ann.looksGood("order whose stream broke");

        ann.answer(ORDER_STATUS, Answers.json(Answers.stockedOrder(SOME_ORDER)));
        order.comesTo("deliverable");
        assertThat(ann.sentence("order.interrupted")).isHidden();
    }

    private static String lastEventId(Request request) {
        return request.headers().getOrDefault("last-event-id", "");
    }

    /** A stream that ends after its first event. */
    private static FulfillOptions event(int number) {
        String status = number == 1
                ? Answers.placedOrder(SOME_ORDER).encode()
                : Answers.stockedOrder(SOME_ORDER).encode();
        return new FulfillOptions()
                .setContentType("text/event-stream")
                .setBody("id: event-" + number + "\ndata: " + status + "\n\n");
    }
}
