package com.acmecorp.simulators;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** Where the parties act, each as it is told to behave. Belongs to one event loop. */
final class Stage {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private final Vertx vertx;
    private final DoubleSupplier chance;
    private final Map<Party, Behaviour> behaviours = new EnumMap<>(Party.class);

    /**
     * A stage on which everybody is perfect.
     *
     * @param chance numbers from 0 (inclusive) to 1 (exclusive)
     */
    Stage(Vertx vertx, DoubleSupplier chance) {
        this.vertx = vertx;
        this.chance = chance;
    }

    Behaviour of(Party party) {
        return behaviours.getOrDefault(party, Behaviour.PERFECT);
    }

    boolean happens(double share) {
        return chance.getAsDouble() < share;
    }

    /** Works on a call and answers it, as far as the party's behaviour allows. */
    void act(Party party, RoutingContext call, Function<RoutingContext, Reply> work) {
        Behaviour behaviour = of(party);
        delay(behaviour.delayMs())
                .compose(waited -> act(fate(behaviour, call), call, work))
                .onFailure(failure -> complain(call, failure));
    }

    /** A call that has no order poisons nobody. */
    private Behaviour.Fate fate(Behaviour behaviour, RoutingContext call) {
        return Ask.orderOf(call).filter(behaviour::poisons).isPresent()
                ? Behaviour.Fate.FAILED
                : behaviour.fate(chance.getAsDouble());
    }

    private Future<Void> delay(int ms) {
        return ms == 0 ? Future.succeededFuture() : vertx.timer(ms).mapEmpty();
    }

    private static Future<Void> act(
            Behaviour.Fate fate, RoutingContext call, Function<RoutingContext, Reply> work) {
        return switch (fate) {
            case FAILED -> answer(call, Reply.problem(500, "Something went wrong."));
            case ANSWERED -> answer(call, work.apply(call));
            case HUNG -> keep(work.apply(call));
            case DROPPED ->
                keep(work.apply(call))
                        .compose(kept -> call.request().connection().close());
        };
    }

    private static Future<Void> keep(Reply reply) {
        LOG.debug("nobody will hear this answer: {}", reply);
        return Future.succeededFuture();
    }

    private static Future<Void> answer(RoutingContext call, Reply reply) {
        return call.response()
                .setStatusCode(reply.status())
                .putHeader("Content-Type", "application/json")
                .end(reply.body().toBuffer());
    }

    /** A wrong call is told what is wrong; one whose caller is gone tells nobody. */
    private static void complain(RoutingContext call, Throwable failure) {
        HttpServerRequest request = call.request();
        LOG.debug("{} {} has no answer", request.method(), request.path(), failure);
        if (failure instanceof IllegalArgumentException && !call.response().closed()) {
            answer(call, Reply.problem(400, String.valueOf(failure.getMessage())))
                    .onFailure(gone -> LOG.debug("nobody waits for it", gone));
        }
    }

    /** Shows how everybody behaves. */
    void show(RoutingContext call) {
        JsonObject all = new JsonObject();
        for (Party party : Party.values()) {
            all.put(party.lowerCase(), of(party).json());
        }
        reply(call, Reply.ok(all));
    }

    /** Lets a party behave in another way from now on. */
    void change(RoutingContext call) {
        Optional<Party> party = Party.named(String.valueOf(call.pathParam("party")));
        if (party.isEmpty()) {
            reply(call, Reply.problem(404, "There is no such party; see GET /behaviour."));
            return;
        }
        try {
            Behaviour behaviour = Behaviour.of(Ask.json(call));
            behaviours.put(party.get(), behaviour);
            LOG.info("{} behaves like this now: {}", party.get().lowerCase(), behaviour);
            reply(call, Reply.ok(behaviour.json()));
        } catch (IllegalArgumentException e) {
            complain(call, e);
        }
    }

    /** Answers a person or a test, to whom the parties always behave. */
    static void reply(RoutingContext call, Reply reply) {
        answer(call, reply).onFailure(gone -> LOG.debug("nobody waits for it", gone));
    }
}
