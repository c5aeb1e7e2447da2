package com.acmecorp.operations.rule;

import com.acmecorp.operations.alert.Rule;
import com.acmecorp.operations.facts.OrderFacts;
import com.acmecorp.operations.facts.PartFacts;
import com.acmecorp.operations.facts.PaymentFacts;
import com.acmecorp.operations.facts.Trouble.Kind;

import java.util.List;

/** All rules; a new one is a class and a line here. */
public final class Rules {

    private Rules() {}

    /**
     * Rules about orders.
     *
     * @param overdueMaxMs how long an event may be overdue for dispatch
     * @param retryingMax deliveries that may wait for another attempt
     */
    public static List<Rule<OrderFacts>> aboutOrders(int overdueMaxMs, int retryingMax) {
        return List.of(
                new DeadLetters(),
                new BacklogOverdue(overdueMaxMs),
                new ManyRetries(retryingMax),
                new SubscriberMissing(),
                new OrdersDoNotAddUp(),
                new OrdersInTrouble(
                        "orders are lost",
                        "Nothing will move these orders unless their last event is dispatched again",
                        Kind.LOST),
                new OrdersInTrouble(
                        "orders are stuck",
                        "These orders haven't moved for longer than their stage may take",
                        Kind.STUCK),
                new OrdersInTrouble(
                        "the books differ",
                        "The books don't have what these orders were sold for",
                        Kind.SALE_MISSING,
                        Kind.SALE_DIFFERS),
                new PartiesAgree(),
                new OrdersInTrouble(
                        "refunds are refused",
                        "Their payment provider refused to give back what these orders' customers paid. Give it back in"
                                + " another way and say so with POST /settleRefund, or mend what is in the way and have"
                                + " it asked again with POST /askRefundAgain",
                        Kind.REFUND_REFUSED),
                new OrdersInTrouble(
                        "refunds are overdue",
                        "What these orders' customers paid was due to go back a minute ago and hasn't",
                        Kind.REFUND_DUE),
                new OrdersInTrouble(
                        "mails are undelivered",
                        "The customers of these orders didn't get a mail",
                        Kind.MAIL_MISSING,
                        Kind.MAIL_UNSENT),
                new OrdersInTrouble(
                        "reservations are unsettled",
                        "The delivery partner may hold another time for these orders than what is booked; it is asked"
                                + " again and again, so look whether it is there, or call it",
                        Kind.RESERVATION_UNSETTLED));
    }

    /**
     * Rules about payments.
     *
     * @param declinesMax payments that may be declined in a minute, however few are accepted
     */
    public static List<Rule<PaymentFacts>> aboutPayments(int declinesMax) {
        return List.of(new ManyDeclines(declinesMax));
    }

    public static List<Rule<List<PartFacts>>> aboutParts() {
        return List.of(new PartsAreWell(), new PartsGoOn());
    }
}
