package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.Customer;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A customer wants the plants no longer. */
@BrowserTest
class CancellationTest {

    private static final String CANCEL_ORDER = "**/cancelOrder";
    private static final String ORDER_STATUS = "**/orderStatus";
    private static final String SOME_LINK = "#order=4711&token=abc";

    @Test
    void isAskedForOnceMoreAndThenDone(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        OrderPage order = ann.cartWith("Basic bonsai").fill(Person.ANN).send();
        order.isAt("deliverable");
        String delivery = visitors.backstage()
                .mail(ann.email(), ann.words().of("mail.ready", order.number()))
                .linkTo("delivery");

        order.cancelButton().click();
        assertThat(order.confirmation()).isVisible();
        ann.looksGood("order: question before it is cancelled");
        ann.button("order.cancelNo").click();
        assertThat(order.confirmation()).isHidden();
        order.isAt("deliverable");
        order.cancel();

        order.isCancelled();
        ann.announces(ann.words().of("order.cancelTold"));
        ann.looksGood("order cancelled");
        ann.page().reload();
        order.isCancelled();
        assertThat(visitors.backstage().order(order.number()).getString("status"))
                .isEqualTo("CANCELLED");
        visitors.backstage().mail(ann.email(), ann.words().of("mail.cancelled", order.number()));

        ann.followToDelivery(delivery).says("order.isCancelled");
        ann.looksGood("delivery of a cancelled order");
    }

    @Test
    void speaksSpanishInMexico(Visitors visitors) {
        Visitor jose = visitors.from(Market.MX);
        ShopPage shop = jose.shop();
        shop.choose(Market.MX);
        shop.add("Lush bracken");
        OrderPage order = shop.toCart().fill(Person.JOSE).send();
        order.isAt("deliverable");

        order.cancel();

        order.isCancelled();
        jose.announces(jose.words().of("order.cancelTold"));
        jose.looksGood("order cancelled in Mexico");
        visitors.backstage().mail(jose.email(), jose.words().of("mail.cancelled", order.number()));
    }

    @Test
    void tellsWhereTheMoneyIs(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        for (String state : List.of("DUE", "DONE", "REFUSED")) {
            JsonObject order = Answers.cancelledOrder(4_711, "PAID");
            ann.answer(ORDER_STATUS, Answers.json(order.put("refund", Answers.refund(state))));
            ann.order(SOME_LINK).says("order.refund" + state, "$450.00 USD");
            ann.page().navigate("about:blank");
        }
        ann.answer(ORDER_STATUS, Answers.json(Answers.cancelledOrder(4_711, "INVOICE")));
        ann.order(SOME_LINK).says("order.invoiceVoid");
        ann.looksGood("invoiced order that was cancelled");
    }

    /** Another tab chose a delivery time while this one was asking. */
    @Test
    void isRefusedOnceADeliveryIsBooked(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("409 /cancelOrder");
        String link = visitors.customersOrder();
        OrderPage order = ann.order(link);
        order.isAt("deliverable");
        order.cancelButton().click();
        Customer customer = visitors.customer();
        String time =
                customer.get("/deliveryTimes").getJsonArray("deliveryOptions").getString(6);
        customer.post("/bookDelivery", visitors.deliveryOf(link).with("deliveryTime", time));

        ann.button("order.cancelYes").click();

        order.says("order.tooLate");
        order.isAt("booked");
        assertThat(order.cancelButton()).isHidden();
        ann.looksGood("order that can't be cancelled any more");
    }

    @Test
    void canBeTriedAgainWhenTheShopIsBusy(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("503 /cancelOrder");
        OrderPage order = ann.order(visitors.customersOrder());
        order.isAt("deliverable");
        ann.answer(CANCEL_ORDER, Answers.busy(1));
        order.cancel();
        order.says("order.busy");
        ann.looksGood("order that couldn't be cancelled just now");

        ann.page().unroute(CANCEL_ORDER);
        order.cancel();

        order.isCancelled();
    }
}
