package com.acmecorp.app.torture;

import com.acmecorp.app.torture.DisputedOrders.Trouble;

import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Map;

/** The attacks after which shop and third parties might hold different things. */
final class PartyAttacks {

    private static final List<String> PARTIES =
            List.of("payment", "stockist", "bookkeeping", "delivery");

    private static final JsonObject FORGETFUL =
            JsonObject.of("delayMs", 20, "failureShare", 0.1, "dropShare", 0.3);

    private static final String REFUSES_REFUNDS = "refundRefuseShare";

    private PartyAttacks() {}

    /** Each party is slow, fails, and loses a good part of its answers after the work is done. */
    static Scene lostAnswers(TorturePlan plan) {
        return DisputedOrders.scene(
                plan,
                PartyErrands::bookOrCancel,
                PARTIES.stream().map(party -> new Trouble(party, FORGETFUL)).toList(),
                Map.of());
    }

    /** There are few places in a slot, and the carrier refuses, is late and loses answers. */
    static Scene twoTabs(TorturePlan plan) {
        JsonObject moody = JsonObject.of("delayMs", 20, "declineShare", 0.1, "dropShare", 0.2);
        return DisputedOrders.scene(
                plan,
                PartyErrands::bookInTwoTabs,
                List.of(new Trouble("delivery", moody)),
                Map.of("delivery.slotCapacity", String.valueOf(places(plan))));
    }

    /** Customers don't hear that they have an order, and send another form; the provider is slow and loses answers. */
    static Scene keyForgotten(TorturePlan plan) {
        JsonObject slow = JsonObject.of("delayMs", 100, "dropShare", 0.2);
        return DisputedOrders.scene(
                plan,
                PartyErrands::orderWithoutAnAnswer,
                List.of(new Trouble("payment", slow)),
                Map.of());
    }

    /** Customers cancel, and the bank refuses most refunds and loses answers for a while; then an operator has them settled. */
    static Scene refundRefused(TorturePlan plan) {
        return DisputedOrders.scene(
                        plan,
                        PartyErrands::cancel,
                        List.of(new Trouble(
                                "payment",
                                JsonObject.of(
                                        "delayMs", 20, "dropShare", 0.1, REFUSES_REFUNDS, 0.8))),
                        Map.of())
                .alarming(Alarm.afterwards(RefundDesk.ALERT));
    }

    /** All of it at once, in one system. */
    static Scene allAtOnce(TorturePlan plan) {
        List<Errand> errands = List.of(
                PartyErrands::bookOrCancel,
                PartyErrands::bookInTwoTabs,
                PartyErrands::orderWithoutAnAnswer);
        return DisputedOrders.scene(
                plan,
                (shop, number) -> errands.get(number % errands.size()).run(shop, number),
                PARTIES.stream().map(party -> new Trouble(party, FORGETFUL)).toList(),
                Map.of("delivery.slotCapacity", String.valueOf(places(plan))));
    }

    /** So that there is room for all orders, but not for each at any time. */
    private static int places(TorturePlan plan) {
        int slots = 60;
        return Math.max(1, plan.rounds() * plan.orders() * 5 / 4 / slots);
    }
}
