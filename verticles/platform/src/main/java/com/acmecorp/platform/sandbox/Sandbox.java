package com.acmecorp.platform.sandbox;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Stands in for a third party: as slow and as unreliable as it is told to be. */
public final class Sandbox {

    private final Vertx vertx;
    private final String party;
    private final SandboxBehaviour behaviour;
    private final DoubleSupplier chance;

    /**
     * A stand-in for that party.
     *
     * @param party as a sentence calls it, such as {@code the stockist}
     * @param chance numbers from 0 (inclusive) to 1 (exclusive)
     */
    public Sandbox(Vertx vertx, String party, SandboxBehaviour behaviour, DoubleSupplier chance) {
        this.vertx = vertx;
        this.party = party;
        this.behaviour = behaviour;
        this.chance = chance;
    }

    /** A call that changes nothing: takes as long as a call takes, fails as often as calls fail. */
    public Future<Void> call() {
        return delay().compose(waited ->
                happens(behaviour.failureShare()) ? noAnswer() : Future.succeededFuture());
    }

    /**
     * A call that has something done. It fails as any call does, before anything was done; or its
     * answer is lost afterwards, which looks the same to the caller.
     */
    public <T> Future<T> call(Supplier<T> work) {
        return call().map(asked -> work.get())
                .compose(done -> happens(behaviour.lostAnswerShare())
                        ? noAnswer()
                        : Future.succeededFuture(done));
    }

    /** Whether something that happens in that share of the cases happens now. */
    public boolean happens(double share) {
        return chance.getAsDouble() < share;
    }

    private Future<Void> delay() {
        return behaviour.delayMs() == 0
                ? Future.succeededFuture()
                : vertx.timer(behaviour.delayMs()).mapEmpty();
    }

    private <T> Future<T> noAnswer() {
        return Future.failedFuture(
                Problem.of(Kind.UNAVAILABLE, "No answer from " + party + "; please try again.")
                        .asException());
    }
}
