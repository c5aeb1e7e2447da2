package com.acmecorp.delivery;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** One order and the claim on its reservation, by the rules that the database has for them. */
final class ClaimedOrder {

    private static final String TIME = "deliveryTime";

    private final Map<String, Object> row;
    private final OrderId id;
    private long fence;
    private boolean open;
    private boolean due;
    private @Nullable Kind refusal;
    private boolean losesTheAnswer;
    private boolean paid = true;

    ClaimedOrder(FakeDatabase database, SampleOrder order) {
        this.row = order.row();
        this.id = order.id();
        database.on("getOrder", arguments -> row)
                .on("getPayment", arguments -> paid ? Map.of("provider", "a bank") : null)
                .on("claimReservation", this::claim)
                .on("endReservation", this::end)
                .on("takeOverReservations", arguments -> takeOver())
                .on("addDeliveryDataToOrder", call -> book(call.getJsonObject("deliveryData")))
                .on("changeDelivery", this::change);
    }

    void put(String field, Object value) {
        row.put(field, value);
    }

    @Nullable
    Object deliveryTime() {
        return row.get(TIME);
    }

    boolean isClaimed() {
        return open;
    }

    /** Its buyer pays later. */
    void isUnpaid() {
        paid = false;
    }

    /** Somebody else has it. */
    void claimElsewhere() {
        fence++;
        open = true;
        due = false;
    }

    /** The holder had its time. */
    void makeDue() {
        due = open;
    }

    /** The next bookings are refused. */
    void refuse(@Nullable Kind kind) {
        refusal = kind;
    }

    /** The next bookings are written, and nobody hears of it. */
    void loseAnswers() {
        losesTheAnswer = true;
    }

    private Object claim(JsonObject arguments) {
        JsonObject choice = arguments.getJsonObject("choice");
        if (choice != null && choice.getString(TIME).equals(row.get(TIME))) {
            return Map.of("fence", 0L, "inherited", false, "order", row);
        }
        if (open && !due) {
            throw Problem.of(Kind.IN_PROGRESS, "Somebody else books.").asException();
        }
        boolean inherited = open;
        claimElsewhere();
        return Map.of("fence", fence, "inherited", inherited, "order", row);
    }

    private Object end(JsonObject arguments) {
        String held = arguments.getString("held");
        String booked = "CANCELLED".equals(row.get("status")) ? null : (String) row.get(TIME);
        boolean agrees = held == null || held.equals(booked == null ? "none" : booked);
        boolean ends = arguments.getLong("fence") == fence && agrees;
        if (ends) {
            open = false;
        }
        return ends;
    }

    private Object takeOver() {
        if (!open || !due) {
            return List.of();
        }
        claimElsewhere();
        return List.of(Map.of("orderId", id.value(), "fence", fence, "attempts", 1));
    }

    private Object change(JsonObject arguments) {
        book(arguments.getJsonObject("choice").copy().put("fence", arguments.getLong("fence")));
        return row;
    }

    private Object book(JsonObject data) {
        if (refusal != null) {
            throw Problem.of(refusal, "No.").asException();
        }
        if (!data.getString(TIME).equals(row.get(TIME)) && !isOurs(data.getLong("fence"))) {
            throw Problem.of(Kind.IN_PROGRESS, "It was taken over.").asException();
        }
        row.put(TIME, data.getString(TIME));
        open = false;
        if (losesTheAnswer) {
            throw Problem.of(Kind.UNAVAILABLE, "No answer.").asException();
        }
        return data.getString(TIME);
    }

    private boolean isOurs(long claim) {
        return claim == 0 || (open && claim == fence);
    }
}
