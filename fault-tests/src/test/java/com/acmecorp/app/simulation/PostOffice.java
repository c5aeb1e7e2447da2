package com.acmecorp.app.simulation;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The mail server. Now and then it takes a mail and can't say so any more. */
final class PostOffice {

    /** For as long as sending a mail takes, which is as long as a claim holds at least. */
    private static final long SENDING_MS = 10_000;

    /** After which a customer who has chosen no delivery time is reminded. */
    private static final long REMINDER_MS = 4_000;

    /** Who was the last to send a mail, and when. */
    private record Sending(Node sender, long atMs) {}

    /** A mail that it took. */
    record Mail(String id, String to) {}

    private final World world;
    private final List<Mail> taken = new ArrayList<>();
    private final Map<String, Sending> last = new HashMap<>();
    private final List<String> rivalries = new ArrayList<>();

    PostOffice(World world) {
        this.world = world;
    }

    List<Mail> taken() {
        return taken;
    }

    /** Mails that two processes sent at the same time. */
    List<String> rivalries() {
        return rivalries;
    }

    /** Each process comes to the same ones. */
    List<OrderId> customersToRemind() {
        return world.server().rows("orders").stream()
                .filter(order -> "STOCKED".equals(order.get("status")))
                .filter(order -> order.isNull("delivery_time_ms"))
                .filter(order -> order.number("test_id") == 0)
                .filter(order -> order.number("stocked_at_ms") + REMINDER_MS <= world.epochMs())
                .map(order -> new OrderId(order.number("order_id")))
                .toList();
    }

    private void note(Node sender, String id) {
        long now = world.time().elapsedMs();
        Sending before = last.put(id, new Sending(sender, now));
        if (before != null
                && before.sender() != sender
                && before.sender().isAlive()
                && now - before.atMs() < SENDING_MS) {
            rivalries.add(id);
        }
    }

    Future<Void> take(Node node, String id, String to) {
        Promise<Void> answer = node.promise();
        if (node.isAlive()) {
            note(node, id);
            world.after(
                    world.faults().post().delayMs(), () -> take(node, new Mail(id, to), answer));
        }
        return answer.future();
    }

    private void take(Node node, Mail mail, Promise<Void> answer) {
        boolean refused = world.faults().post().strikes();
        if (!refused) {
            world.trace().add("post: " + mail.id());
            taken.add(mail);
        }
        boolean unheard = refused || world.faults().post().strikes();
        world.after(
                world.faults().post().delayMs(),
                () -> node.tell(() -> {
                    if (unheard) {
                        answer.fail(Problem.of(Kind.UNAVAILABLE, "no answer").asException());
                    } else {
                        answer.complete();
                    }
                }));
    }
}
