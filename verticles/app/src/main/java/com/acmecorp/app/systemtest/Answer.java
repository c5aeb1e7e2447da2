package com.acmecorp.app.systemtest;

import java.time.Duration;

/** What became of one POST /createOrder. */
sealed interface Answer {

    /** From here on a status is the system's fault. */
    int INTERNAL_ERROR = 500;

    /** The order is promised: from here on the system may not lose it. */
    record Acknowledged(long orderId) implements Answer {}

    /** The system can't say yes yet, and wishes to be asked again: it has no room, or the order is being paid for. */
    record TryAgain(Duration after) implements Answer {}

    /** The system said no, or failed. */
    record Refused(int status, String detail) implements Answer {

        /** Whether it failed, so that the order may be there nevertheless. */
        boolean isUnclear() {
            return status >= INTERNAL_ERROR;
        }

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
