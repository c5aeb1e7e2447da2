package com.acmecorp.app.systemtest;

import java.time.Duration;

/** What became of one POST /createOrder. */
sealed interface Answer {

    /** The order is promised: from here on the system may not lose it. */
    record Acknowledged(long orderId) implements Answer {}

    /** The system has no room now and has kept nothing of it, so that asking again is safe. */
    record TryAgain(Duration after) implements Answer {}

    /** The system said no, or failed. */
    record Refused(int status, String detail) implements Answer {

        @Override
        public String toString() {
            return status + " " + detail;
        }
    }

    /** No answer came; whether the order was kept can't be known. */
    record Lost(String why) implements Answer {

        @Override
        public String toString() {
            return "no answer: " + why;
        }
    }
}
