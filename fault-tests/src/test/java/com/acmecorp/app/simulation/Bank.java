package com.acmecorp.app.simulation;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.order.payment.PaymentProvider;
import com.acmecorp.order.payment.PaymentResult;
import com.acmecorp.order.payment.PaymentResult.Declined;
import com.acmecorp.order.payment.PaymentResult.Paid;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The banks' books. What was asked of them is done, if late, also when nobody waits for the answer any more. */
final class Bank {

    private static final double DECLINED_SHARE = 0.05;

    /** One order in so many. */
    private static final int REFUSED_REFUNDS = 8;

    private static final int VERY_LATE_MS = 90_000;

    /** What became of an order's payment. */
    enum Entry {
        CHARGED,
        DECLINED,
        GIVEN_BACK
    }

    private final World world;
    private final Map<OrderId, Entry> entries = new TreeMap<>();
    private final Map<OrderId, Integer> refunds = new TreeMap<>();
    private long changes;

    Bank(World world) {
        this.world = world;
    }

    /** What the banks hold, and gave back, and declined. */
    Map<OrderId, Entry> entries() {
        return entries;
    }

    /** How often each order's money went back. */
    Map<OrderId, Integer> refunds() {
        return refunds;
    }

    /** How often something in the books changed. */
    long changes() {
        return changes;
    }

    @Nullable
    Entry entry(OrderId order) {
        return entries.get(order);
    }

    PaymentProvider asSeenBy(Node node, String name) {
        return new Counter(node, name);
    }

    private PaymentResult charge(OrderId order) {
        Entry entry = entries.computeIfAbsent(order, first -> decide(order));
        return entry == Entry.CHARGED ? new Paid("charge of " + order) : new Declined();
    }

    private Entry decide(OrderId order) {
        changes++;
        boolean declined = world.random().nextDouble() < DECLINED_SHARE;
        world.trace().add("bank: order " + order + (declined ? " is declined" : " is charged"));
        return declined ? Entry.DECLINED : Entry.CHARGED;
    }

    private Optional<Paid> find(OrderId order) {
        return entries.get(order) == Entry.CHARGED
                ? Optional.of(new Paid("charge of " + order))
                : Optional.empty();
    }

    /**
     * Once, however often it is asked, unless it is asked in a way by which it doesn't know the order again. Some charges it
     * won't give back, whatever happens.
     *
     * @return whether it did
     */
    private boolean giveBack(OrderId order) {
        if (entries.get(order) == Entry.CHARGED && refuses(order)) {
            world.trace().add("bank: order " + order + " gets no money back");
            return false;
        }
        changes++;
        if (entries.put(order, Entry.GIVEN_BACK) != Entry.GIVEN_BACK
                || world.mistake().refundsWithoutKey()) {
            world.trace().add("bank: order " + order + " gets its money back");
            refunds.merge(order, 1, Integer::sum);
        }
        return true;
    }

    /** Always the same of an order. */
    private static boolean refuses(OrderId order) {
        return order.value() % REFUSED_REFUNDS == 0;
    }

    /** A bank as a process reaches it. */
    private final class Counter implements PaymentProvider {

        private final Node node;
        private final String name;

        Counter(Node node, String name) {
            this.node = node;
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Future<PaymentResult> pay(OrderId order, Money amount) {
            return ask(() -> charge(order));
        }

        @Override
        public Future<Optional<Paid>> find(OrderId order) {
            return ask(() -> Bank.this.find(order));
        }

        @Override
        public Future<Void> refund(OrderId order) {
            return ask(() -> giveBack(order))
                    .compose(done -> done
                            ? Future.succeededFuture()
                            : Future.failedFuture(Problem.of(
                                            Kind.PARTY_REFUSED,
                                            name + " refused the request (422).")
                                    .asException()));
        }

        private <T extends @Nullable Object> Future<T> ask(Supplier<T> question) {
            Promise<T> answer = node.promise();
            if (node.isAlive() && !world.faults().bank().strikes()) {
                long late =
                        world.faults().bank().strikes() ? world.random().nextInt(VERY_LATE_MS) : 0;
                world.after(
                        world.faults().bank().delayMs() + late,
                        () -> answer(question.get(), answer));
            } else {
                world.after(1, () -> node.tell(() -> answer.fail(new IOException("no route"))));
            }
            return answer.future();
        }

        private <T extends @Nullable Object> void answer(T value, Promise<T> answer) {
            if (!world.faults().bank().strikes()) {
                world.after(
                        world.faults().bank().delayMs(),
                        () -> node.tell(() -> answer.tryComplete(value)));
            }
        }
    }
}
