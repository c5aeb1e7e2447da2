package com.acmecorp.delivery;

import com.acmecorp.delivery.Claims.Due;

import io.vertx.core.Future;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.util.List;

/**
 * Looks after claims that nobody ended in time: a process was killed, the partner didn't answer, the
 * database was away. Makes the partner hold what is booked, again and again until it says yes.
 */
final class SettleReservations {

    private static final Logger LOG = LoggerFactory.getLogger(SettleReservations.class);
    private static final int AT_A_TIME = 100;
    private static final int ATTEMPTS_BEFORE_SOMEBODY_IS_WOKEN = 5;

    private final Claims claims;
    private final Reservations reservations;
    private boolean underWay;

    SettleReservations(Claims claims, Reservations reservations) {
        this.claims = claims;
        this.reservations = reservations;
    }

    /** Looks once, unless the last look is under way still. */
    void look() {
        if (!underWay) {
            underWay = true;
            takeOver()
                    .onFailure(failure ->
                            LOG.warn("open reservations have to wait: {}", failure.getMessage()))
                    .onComplete(done -> underWay = false);
        }
    }

    /** Takes over what is due; ends when each is settled or has to wait for another attempt. */
    Future<?> takeOver() {
        return claims.takeOver(AT_A_TIME).compose(this::settle);
    }

    private Future<?> settle(List<Due> due) {
        return Future.join(due.stream().map(this::settle).toList());
    }

    private Future<?> settle(Due due) {
        return reservations
                .settle(due.order(), due.fence())
                .onSuccess(order -> LOG.atInfo()
                        .addKeyValue("orderId", due.order())
                        .log("a reservation that was left open is settled"))
                .map("settled")
                .otherwise(failure -> putOff(due, failure));
    }

    private static String putOff(Due due, Throwable failure) {
        boolean isLate = due.attempts() >= ATTEMPTS_BEFORE_SOMEBODY_IS_WOKEN;
        LOG.atLevel(isLate ? Level.ERROR : Level.WARN)
                .addKeyValue("orderId", due.order())
                .log(
                        "the delivery partner may hold another time than what is booked (attempt {}): {}",
                        due.attempts(),
                        failure.getMessage());
        return "put off";
    }
}
