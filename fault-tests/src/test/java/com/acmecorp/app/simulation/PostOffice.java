package com.acmecorp.app.simulation;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import java.util.ArrayList;
import java.util.List;

/** The mail server. Now and then it takes a mail and can't say so any more. */
final class PostOffice {

    /** A mail that it took. */
    record Mail(String id, String to) {}

    private final World world;
    private final List<Mail> taken = new ArrayList<>();

    PostOffice(World world) {
        this.world = world;
    }

    List<Mail> taken() {
        return taken;
    }

    Future<Void> take(Node node, String id, String to) {
        Promise<Void> answer = node.promise();
        if (node.isAlive()) {
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
