package com.acmecorp.platform.party;

import com.acmecorp.events.OrderEvent;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.party.PartyBooks.Difference;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.retry.Backoff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Compares, a few orders each second, what a party holds with what we hold, and notes in the database what differs. It
 * begins with orders that were dealt with lately, as soon as they are at rest, then looks again at those that differ, and
 * spends the rest of its time on rounds over all orders, from the newest to the oldest. Where a round stands is kept in
 * memory: after a restart it begins anew, and with several nodes each goes its own. It asks for one order at a time, so
 * that a party whose books can't be read is never the reason why its circuit breaker opens. Belongs to one event loop.
 */
public final class PartyAudit {

    private static final Logger LOG = LoggerFactory.getLogger(PartyAudit.class);
    private static final long TICK_MS = 1_000;

    /** A party that can't tell what it holds is asked again after seconds at first, then after ten minutes. */
    private static final Backoff PAUSES_MS = new Backoff(5_000, 600_000);

    /** Where its books have no such question, it makes no sense to ask soon. */
    private static final long REFUSED_PAUSE_MS = 600_000;

    private final Vertx vertx;
    private final PartyBooks books;
    private final AuditConfig config;
    private final Clock clock;
    private final BooleanSupplier isPossible;
    private final Comparisons comparisons;
    private final OrdersToCompare orders;
    private int failures;

    /**
     * An audit that hasn't begun.
     *
     * @param isPossible whether the party's books are worth a comparison
     */
    public PartyAudit(
            Vertx vertx,
            Platform platform,
            PartyBooks books,
            AuditConfig config,
            BooleanSupplier isPossible) {
        this.vertx = vertx;
        this.books = books;
        this.config = config;
        this.isPossible = isPossible;
        this.clock = platform.clock();
        this.comparisons = new Comparisons(books.party());
        this.orders = new OrdersToCompare(platform.database(), books, config, platform.clock());
    }

    /** The audit of a party that has an address, or else is a sandbox. */
    public static PartyAudit of(
            Vertx vertx, Platform platform, PartyBooks books, PartyConfig config) {
        return new PartyAudit(
                vertx,
                platform,
                books,
                config.limits().audit(),
                () -> config.isSet() || knowsSandboxes(platform.health()));
    }

    /**
     * Whether sandboxes of this process know all that was asked of them: each process has its own, so that is only where
     * the database is beside them.
     */
    public static boolean knowsSandboxes(HealthChecks health) {
        return health.here().contains("journal");
    }

    /** Compares from now on for as long as the verticle lives. */
    public void start() {
        if (config.perSecond() > 0) {
            lookAfter(Math.min(config.restMs(), PAUSES_MS.base()));
        }
    }

    /** Something was asked of the party for that order, so it is compared as soon as it is at rest. */
    public void touched(OrderId order) {
        if (config.perSecond() > 0) {
            orders.soon(order, clock.millis() + config.restMs());
        }
    }

    /** A handler of events after which an order is compared. */
    public <E extends OrderEvent> Function<E, Future<?>> after(Function<E, Future<?>> handler) {
        return event -> {
            touched(event.orderId());
            return handler.apply(event);
        };
    }

    private void lookAfter(long ms) {
        vertx.setTimer(
                Math.max(1, ms),
                passed -> look().onSuccess(done -> failures = 0)
                        .map(TICK_MS)
                        .otherwise(this::pause)
                        .onComplete(pause -> lookAfter(pause.result())));
    }

    private long pause(Throwable failure) {
        failures++;
        boolean refused = isRefusal(failure);
        LOG.atLevel(refused ? Level.WARN : Level.INFO)
                .log(
                        "what {} holds can't be compared now: {}",
                        books.party(),
                        failure.getMessage());
        return refused ? REFUSED_PAUSE_MS : TICK_MS + PAUSES_MS.after(failures);
    }

    /** Looks once. */
    Future<?> look() {
        if (!isPossible.getAsBoolean()) {
            return Future.succeededFuture();
        }
        return orders.next().compose(next -> compareAll(next.iterator()).eventually(this::note));
    }

    /** The first that can't be compared is the last for now; the others come next time. */
    private Future<?> compareAll(Iterator<HeldOrder> rest) {
        return rest.hasNext()
                ? compare(rest.next())
                        .compose(compared -> compareAll(rest))
                        .onFailure(failure -> rest.forEachRemaining(order -> again(order.id())))
                : Future.succeededFuture();
    }

    private void again(OrderId order) {
        orders.soon(order, clock.millis() + config.againMs());
    }

    private Future<?> compare(HeldOrder order) {
        return Future.succeededFuture(order.held())
                .compose(held -> books.compare(order.id(), held))
                .onSuccess(found -> take(order.id(), found))
                .onFailure(failure -> askLater(order.id(), failure));
    }

    /** What was refused is left to the next round, so that one order doesn't keep the others from being compared. */
    private void askLater(OrderId order, Throwable failure) {
        if (!isRefusal(failure)) {
            again(order);
        }
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException told
                && told.problem().kind() == Kind.PARTY_REFUSED;
    }

    private void take(OrderId order, Optional<Difference> found) {
        if (found.isEmpty()) {
            comparisons.agree(order, orders.differed(order));
        } else if (!comparisons.differ(order, found.get())) {
            again(order);
        }
    }

    private Future<?> note() {
        if (comparisons.isEmpty()) {
            return Future.succeededFuture();
        }
        List<OrderId> compared = comparisons.orders();
        return orders.note(comparisons.take()).onFailure(failure -> compared.forEach(this::again));
    }
}
