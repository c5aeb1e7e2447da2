package com.acmecorp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.app.Customer.Link;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.regex.Pattern;

/** The delivery's page: orders come from the API here, because only their end matters. */
@BrowserTest
class DeliveryTest {

    private static final String ORDER_STATUS = "**/orderStatus";
    private static final String BOOK_DELIVERY = "**/bookDelivery";
    private static final String TIMES = "**/deliveryTimes*";
    private static final Pattern HOURS = Pattern.compile("(9|11):00\\sAM|[135]:00\\sPM");
    private static final String SOME_LINK = "#order=4711&token=abc";

    @Test
    void aTimeThatWasTakenMeanwhileLeavesTheOthers(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("409 /bookDelivery");
        DeliveryPage delivery = ann.delivery(visitors.deliverableOrder());
        String wanted = delivery.choose(1);
        int offered = delivery.times().count();
        visitors.customer()
                .post(
                        "/bookDelivery",
                        Link.of("/delivery" + visitors.deliverableOrder())
                                .with("deliveryTime", wanted));

        delivery.book();

        delivery.says("delivery.taken");
        assertThat(delivery.time(wanted)).hasCount(0);
        assertThat(delivery.times()).hasCount(offered - 1);
        ann.looksGood("delivery time taken");
        delivery.bookAny();
    }

    @Test
    void offersTheHoursOfTheRecipientsZone(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        DeliveryPage delivery = ann.delivery(visitors.deliverableOrderIn("HI", "96813"));

        delivery.says("delivery.hawaiianZone");
        delivery.times().first().check();
        // In summer, others of these tests may have booked the first.
        assertThat(delivery.firstTime()).hasText(HOURS);
        String chosen = delivery.firstTime().innerText();
        ann.looksGood("delivery times in Hawaii");
        delivery.book();
        delivery.isBooked();
        assertThat(ann.page().getByText(chosen).first()).isVisible();
        assertThat(ann.page().getByText("Portland, HI 96813")).isVisible();
        ann.looksGood("delivery booked in Hawaii");
    }

    @Test
    void aBookingIsChangedOnceAndOnlyAfterAQuestion(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        DeliveryPage delivery = ann.delivery(visitors.deliverableOrder());
        delivery.bookAny();
        delivery.says("delivery.once");

        delivery.changeButton().click();
        delivery.choose(2);
        ann.button("delivery.changeTo").click();
        assertThat(delivery.confirmation()).isVisible();
        ann.looksGood("delivery: question before the change");
        ann.button("delivery.no").click();
        assertThat(delivery.confirmation()).isHidden();
        ann.looksGood("delivery: choosing another time");
        ann.button("delivery.changeTo").click();
        ann.button("delivery.yes").click();

        delivery.says("delivery.changedAlready");
        assertThat(delivery.changeButton()).isHidden();
        ann.looksGood("delivery changed");
        ann.page().reload();
        delivery.says("delivery.changedAlready");
        assertThat(delivery.changeButton()).isHidden();
    }

    /** Another tab made the one change while this one was choosing. */
    @Test
    void aSecondChangeIsRefused(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("409 /bookDelivery");
        String link = visitors.deliverableOrder();
        DeliveryPage delivery = ann.delivery(link);
        delivery.bookAny();
        delivery.changeButton().click();
        delivery.choose(4);
        String other = delivery.times().nth(5).getAttribute("value");
        visitors.customer()
                .post("/bookDelivery", Link.of("/delivery" + link).with("deliveryTime", other));

        ann.button("delivery.changeTo").click();
        ann.button("delivery.yes").click();

        delivery.says("delivery.limitReached");
        delivery.says("delivery.changedAlready");
        assertThat(delivery.changeButton()).isHidden();
        ann.looksGood("delivery: limit reached");
    }

    /** Another tab booked while this one was choosing: the one change isn't spent without asking. */
    @Test
    void showsTheBookingOfAnotherTabInsteadOfChangingIt(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("409 /bookDelivery");
        JsonObject order = Answers.stockedOrder(4_711).put("canChange", false);
        ann.answer(ORDER_STATUS, Answers.json(order));
        DeliveryPage delivery = ann.delivery(SOME_LINK);
        String wanted = delivery.choose(1);
        JsonObject booked = Answers.bookedOrder(4_711).put("canChange", true);
        ann.answer(ORDER_STATUS, Answers.json(booked));
        ann.answer(BOOK_DELIVERY, Answers.staleBooking(Answers.SOME_TIME));

        Request request = ann.page().waitForRequest(BOOK_DELIVERY, delivery::book);

        assertThat(new JsonObject(request.postData()).getString("deliveryTime")).isEqualTo(wanted);
        assertThat(new JsonObject(request.postData()).getString("expectedTime")).isEqualTo("none");
        delivery.says("delivery.stale");
        delivery.isBooked();
        ann.looksGood("delivery that was booked in another tab");

        delivery.changeButton().click();
        delivery.choose(1);
        ann.button("delivery.changeTo").click();
        Request change = ann.page()
                .waitForRequest(BOOK_DELIVERY, () -> ann.button("delivery.yes").click());
        assertThat(new JsonObject(change.postData()).getString("expectedTime"))
                .isEqualTo(Answers.SOME_TIME);
        delivery.isBooked();
    }

    @Test
    void saysUntilWhenItCanBeChangedAndWhenItIsTooLate(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        JsonObject booked = Answers.bookedOrder(4_711);
        JsonObject changeable =
                booked.copy().put("canChange", true).put("changeUntil", "1794063600000");
        ann.answer(ORDER_STATUS, Answers.json(changeable));
        DeliveryPage delivery = ann.delivery(SOME_LINK);
        delivery.says("delivery.until");
        assertThat(delivery.changeButton()).isVisible();

        ann.answer(ORDER_STATUS, Answers.json(booked.copy().put("canChange", false)));
        ann.page().reload();

        delivery.says("delivery.tooLate");
        assertThat(delivery.changeButton()).isHidden();
        ann.looksGood("delivery that is too near to be changed");
    }

    /** The days on offer may lie on both sides of the day on which clocks change. */
    @Test
    void namesTheTimeZoneForSummerAndWinter(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        JsonObject order = Answers.stockedOrder(4_711).put("timeZone", "America/New_York");
        ann.answer(ORDER_STATUS, Answers.json(order));

        ann.delivery(SOME_LINK).says("delivery.zone");
    }

    @Test
    void showsWhatWasCharged(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        JsonObject charged = JsonObject.of("amount", 812_345, "currency", "MXN");
        JsonObject order = Answers.stockedOrder(4_711).put("market", "MX").put("charged", charged);
        ann.answer(ORDER_STATUS, Answers.json(order));

        assertThat(ann.delivery(SOME_LINK).visitor().page().getByText("$8,123.45 MXN"))
                .isVisible();
        ann.order(SOME_LINK).costs("$8,123.45 MXN");
    }

    @Test
    void asksForATimeBeforeItBooks(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        DeliveryPage delivery = ann.delivery(visitors.deliverableOrder());
        delivery.book();
        delivery.says("delivery.missing");
        ann.looksGood("delivery without a choice");
    }

    @Test
    void saysWhenNoTimesAreLeftAndLooksAgain(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.answer(TIMES, Answers.noTimes());
        DeliveryPage delivery = ann.delivery(visitors.deliverableOrder());
        assertThat(ann.find(AriaRole.HEADING, "delivery.noneLeft")).isVisible();
        ann.looksGood("no delivery times left");

        ann.page().unroute(TIMES);
        ann.button("delivery.lookAgain").click();

        assertThat(delivery.times().first()).isVisible();
    }

    @Test
    void saysWhenTheOrderIsNotDeliverableYet(Visitors visitors) {
        Visitor ann = visitors.from(Market.US);
        ann.answer(ORDER_STATUS, Answers.json(Answers.placedOrder(4_711)));
        DeliveryPage delivery = ann.delivery(SOME_LINK);
        delivery.says("delivery.notYet");
        assertThat(delivery.times()).hasCount(0);
        ann.looksGood("not deliverable yet");
    }

    @Test
    void saysThatTheOrderIsOnItsWayAndOffersToAskAgain(Visitors visitors) {
        Visitor ann = visitors.from(Market.US).foresee("net::ERR_FAILED /orderStatus");
        String link = visitors.deliverableOrder();
        Held held = ann.hold(ORDER_STATUS);
        DeliveryPage delivery = ann.delivery(link);
        delivery.says("order.loading");
        ann.looksGood("delivery that is on its way");

        held.call().abort();
        delivery.says("cart.noAnswer");
        ann.looksGood("delivery without an answer");

        ann.page().unroute(ORDER_STATUS);
        ann.button("again").click();
        assertThat(delivery.times().first()).isVisible();
    }

    @Test
    void opensNothingWithAWrongOrMissingToken(Visitors visitors) {
        Visitor stranger = visitors.from(Market.US).foresee("403 /orderStatus");
        JsonObject order = Link.of("/delivery" + visitors.deliverableOrder()).json();
        String number = order.getString("orderId");
        DeliveryPage delivery = stranger.delivery("#order=" + number + "&token=guessed");
        delivery.says("order.badLink");
        assertThat(delivery.times()).hasCount(0);
        assertThat(stranger.page().getByText(number)).isHidden();
        stranger.looksGood("delivery with a wrong token");

        Visitor lost = visitors.from(Market.US);
        lost.delivery("").says("order.badLink");
    }
}
