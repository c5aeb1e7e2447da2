package com.acmecorp.simulators;

import com.acmecorp.events.OrderId;

import io.vertx.core.json.JsonObject;

import java.util.Set;
import java.util.TreeSet;

/**
 * How a party behaves. What happens to a call is at most one of failing, hanging and dropping; each share is from 0 to
 * 1, and these three make up no more than 1.
 *
 * @param delayMs before a call is worked on
 * @param failureShare of the calls that get status 500 and nothing else
 * @param hangShare of the calls that are worked on and never answered
 * @param dropShare of the calls that are worked on and whose connection is then closed
 * @param declineShare of what is asked for the first time: a payment is declined, anything else refused
 * @param laterShare of the stockist's first requests whose goods come later, by a callback
 * @param callbackDelayMs until such a callback
 * @param twiceShare of the callbacks that are made twice
 * @param refundRefuseShare of the refunds of a charge that the bank refuses, each time it is asked
 * @param poisonShare of the orders, by their number: each of their calls gets status 500 for as long as it is so
 */
record Behaviour(
        int delayMs,
        double failureShare,
        double hangShare,
        double dropShare,
        double declineShare,
        double laterShare,
        int callbackDelayMs,
        double twiceShare,
        double refundRefuseShare,
        double poisonShare) {

    static final Behaviour PERFECT = new Behaviour(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final int LONGEST_MS = 600_000;

    Behaviour {
        checkTime("delayMs", delayMs);
        checkTime("callbackDelayMs", callbackDelayMs);
        checkShare("failureShare", failureShare);
        checkShare("hangShare", hangShare);
        checkShare("dropShare", dropShare);
        checkShare("failureShare, hangShare and dropShare", failureShare + hangShare + dropShare);
        checkShare("declineShare", declineShare);
        checkShare("laterShare", laterShare);
        checkShare("twiceShare", twiceShare);
        checkShare("refundRefuseShare", refundRefuseShare);
        checkShare("poisonShare", poisonShare);
    }

    /** What becomes of one call. */
    enum Fate {
        ANSWERED,
        FAILED,
        HUNG,
        DROPPED
    }

    /**
     * Reads a behaviour; what isn't said is as it is with a perfect party.
     *
     * @throws IllegalArgumentException with a sentence for whoever sent it
     */
    static Behaviour of(JsonObject json) {
        Set<String> unknown = new TreeSet<>(json.fieldNames());
        unknown.removeAll(PERFECT.json().fieldNames());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("There is no " + String.join(", ", unknown)
                    + "; known are " + String.join(", ", PERFECT.json().fieldNames()) + ".");
        }
        try {
            return new Behaviour(
                    json.getInteger("delayMs", 0),
                    json.getDouble("failureShare", 0.0),
                    json.getDouble("hangShare", 0.0),
                    json.getDouble("dropShare", 0.0),
                    json.getDouble("declineShare", 0.0),
                    json.getDouble("laterShare", 0.0),
                    json.getInteger("callbackDelayMs", 0),
                    json.getDouble("twiceShare", 0.0),
                    json.getDouble("refundRefuseShare", 0.0),
                    json.getDouble("poisonShare", 0.0));
        } catch (ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("Every part of a behaviour is a number.", e);
        }
    }

    JsonObject json() {
        return JsonObject.of(
                "delayMs", delayMs,
                "failureShare", failureShare,
                "hangShare", hangShare,
                "dropShare", dropShare,
                "declineShare", declineShare,
                "laterShare", laterShare,
                "callbackDelayMs", callbackDelayMs,
                "twiceShare", twiceShare,
                "refundRefuseShare", refundRefuseShare,
                "poisonShare", poisonShare);
    }

    /**
     * What becomes of a call.
     *
     * @param chance from 0 (inclusive) to 1 (exclusive)
     */
    Fate fate(double chance) {
        if (chance < failureShare) {
            return Fate.FAILED;
        }
        if (chance < failureShare + hangShare) {
            return Fate.HUNG;
        }
        return chance < failureShare + hangShare + dropShare ? Fate.DROPPED : Fate.ANSWERED;
    }

    /** Whether each call for this order fails. */
    boolean poisons(OrderId order) {
        return new Poison(poisonShare).isIn(order);
    }

    private static void checkTime(String name, int ms) {
        if (ms < 0 || ms > LONGEST_MS) {
            throw new IllegalArgumentException(
                    "%s is from 0 to %d, not %d.".formatted(name, LONGEST_MS, ms));
        }
    }

    private static void checkShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("%s: from 0 to 1, not %s.".formatted(name, share));
        }
    }
}
