package com.acmecorp.app.simulation;

import com.acmecorp.delivery.DeliveryWithVans.Vans;
import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Promise;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;

/**
 * The delivery partner's books. What was asked of it is done, if late, also when nobody waits for the answer any more.
 * Some partners look at the fence of a call, and may do it very late; the others do it soon or never.
 */
final class Carrier {

    private static final int LATE_MS = 4_000;
    private static final int VERY_LATE_MS = 90_000;
    private static final int ANSWER_WITHIN_MS = 5_000;

    private final World world;
    private final boolean fenced;
    private final Map<OrderId, DeliveryTime> slots = new TreeMap<>();
    private final Map<OrderId, Long> fences = new TreeMap<>();
    private long changes;

    Carrier(World world) {
        this.world = world;
        this.fenced = world.random().nextBoolean();
    }

    /** The slot that it holds for an order. */
    @Nullable
    DeliveryTime slot(OrderId order) {
        return slots.get(order);
    }

    /** How often something in the books changed. */
    long changes() {
        return changes;
    }

    /** The carrier as a process reaches it. */
    Vans asSeenBy(Node node) {
        return (order, slot, fence) -> {
            Promise<Void> answer = node.promise();
            Trouble trouble = world.faults().carrier();
            if (!node.isAlive() || trouble.strikes()) {
                world.after(1, () -> node.tell(() -> answer.tryFail(noAnswer())));
            } else {
                long late = trouble.strikes() ? world.random().nextInt(latest()) : 0;
                world.after(
                        trouble.delayMs() / 2 + late, () -> work(node, order, slot, fence, answer));
                world.after(ANSWER_WITHIN_MS, () -> node.tell(() -> answer.tryFail(noAnswer())));
            }
            return answer.future();
        };
    }

    private int latest() {
        return fenced ? VERY_LATE_MS : LATE_MS;
    }

    private void work(
            Node node,
            OrderId order,
            @Nullable DeliveryTime slot,
            long fence,
            Promise<Void> answer) {
        boolean refused = refuses(order, slot, fence);
        if (!refused) {
            enter(order, slot, fence);
        }
        if (!world.faults().carrier().strikes()) {
            world.after(
                    1,
                    () -> node.tell(() -> {
                        if (refused) {
                            answer.tryFail(refusal());
                        } else {
                            answer.tryComplete();
                        }
                    }));
        }
    }

    private boolean refuses(OrderId order, @Nullable DeliveryTime slot, long fence) {
        boolean isOvertaken = fenced && fences.getOrDefault(order, 0L) > fence;
        return isOvertaken || (slot != null && world.faults().carrier().strikes());
    }

    private void enter(OrderId order, @Nullable DeliveryTime slot, long fence) {
        changes++;
        world.trace().add("carrier: order %s has %s (%d)".formatted(order, slot, fence));
        fences.put(order, fence);
        if (slot == null) {
            slots.remove(order);
        } else {
            slots.put(order, slot);
        }
    }

    private static RuntimeException noAnswer() {
        return Problem.of(Kind.UNAVAILABLE, "No answer from the carrier.").asException();
    }

    private static RuntimeException refusal() {
        return Problem.of(Kind.CONFLICT, "The slot is taken.").asException();
    }
}
