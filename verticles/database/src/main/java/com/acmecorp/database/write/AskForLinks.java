package com.acmecorp.database.write;

import com.acmecorp.database.order.Order;
import com.acmecorp.events.EventKey;
import com.acmecorp.events.EventType;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.text.Digits;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Asks for a mail with an order's links, because somebody lost them. However often that is asked, by this transaction's
 * clock there is one such mail in ten minutes, and five in a day. Answers whether there will be one.
 */
public record AskForLinks(OrderId orderId) implements Write<Boolean> {

    private static final int LONGEST_PAUSE = 18;
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MOST_IN_A_DAY = 5;
    private static final long PAUSES_IN_A_DAY = Duration.ofDays(1).dividedBy(PAUSE);

    @Override
    public void need(UnitOfWork work) {
        work.orders().need(orderId);
        work.events().need(created());
        work.emails().need(orderId);
    }

    @Override
    public Boolean decide(UnitOfWork work) {
        Order order = work.orders().find(orderId);
        if (order == null && !work.events().has(created())) {
            throw Problem.ofField(Kind.NOT_FOUND, "orderId", "There is no order " + orderId + ".")
                    .asException();
        }
        long pause = pauseOf(work.now());
        if (!mayHaveAnother(work.emails().revisions(orderId, EmailKey.ORDER_LINKS), pause)) {
            return false;
        }
        EmailKey mail = new EmailKey(orderId, EmailKey.ORDER_LINKS, Long.toString(pause));
        // An order that isn't placed yet has its recipient in its event; the writer of the mail
        // knows it.
        String recipient = order == null ? "" : order.facts().contact().mailbox();
        work.emails().ask(mail, recipient, work.now());
        return true;
    }

    /** A mail's revision is the pause in which it was asked for, so the table alone tells how many there were. */
    private static boolean mayHaveAnother(Set<String> revisions, long pause) {
        boolean justAsked = revisions.contains(Long.toString(pause))
                || revisions.contains(Long.toString(pause - 1));
        return !justAsked && inTheLastDay(revisions, pause) < MOST_IN_A_DAY;
    }

    private static long inTheLastDay(Set<String> revisions, long pause) {
        return revisions.stream()
                .filter(revision -> Digits.areAll(revision, LONGEST_PAUSE))
                .filter(revision -> Long.parseLong(revision) > pause - PAUSES_IN_A_DAY)
                .count();
    }

    private static long pauseOf(Instant now) {
        return now.toEpochMilli() / PAUSE.toMillis();
    }

    private EventKey created() {
        return EventKey.of(orderId, EventType.ORDER_CREATED);
    }
}
