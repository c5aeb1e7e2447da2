package com.acmecorp.platform.party;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * What the answers of a third party mean, and what it means that there is none.
 *
 * @param party as sentences call it
 */
record Answers(String party) {

    static final int MOST_BYTES = 262_144;

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** Statuses below 500 that say: not now. */
    private static final Set<Integer> TRANSIENT = Set.of(408, 425, 429);

    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_LOGGED = 200;

    /** An answer as it came. */
    record Raw(int status, Buffer body) {}

    /** Takes an answer in, as far as it isn't too long. */
    Future<Raw> take(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        Promise<Raw> whole = Promise.promise();
        response.handler(chunk -> {
                    if (body.length() + chunk.length() > MOST_BYTES) {
                        whole.tryFail(tooLong());
                    } else {
                        body.appendBuffer(chunk);
                    }
                })
                .exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(new Raw(response.statusCode(), body)));
        return whole.future();
    }

    private ProblemException tooLong() {
        return PartyAnswer.notUnderstood(party, "one of at most " + MOST_BYTES + " bytes");
    }

    /**
     * What the party says.
     *
     * @throws ProblemException when it refuses (not worth asking again), can't answer now, or isn't understood
     */
    PartyAnswer understand(PartyCall call, Raw raw) {
        int status = raw.status();
        if (TRANSIENT.contains(status) || status >= SERVER_ERROR) {
            throw unavailable("can't serve us right now (%d)".formatted(status));
        }
        if (status >= 300) {
            throw refusal(call, raw);
        }
        return new PartyAnswer(party, status, json(raw.body()));
    }

    private JsonObject json(Buffer body) {
        try {
            return body.length() == 0 ? new JsonObject() : body.toJsonObject();
        } catch (DecodeException e) {
            LOG.debug("no JSON object from {}", party, e);
            throw PartyAnswer.notUnderstood(party, "a JSON object");
        }
    }

    /** Our calls carry numbers of orders, products and amounts, so what is said of them names no customer. */
    private ProblemException refusal(PartyCall call, Raw raw) {
        String said = raw.body().toString();
        LOG.warn(
                "{} refused {}: {} {}",
                party,
                call,
                raw.status(),
                said.substring(0, Math.min(LONGEST_LOGGED, said.length())));
        Kind kind = raw.status() == CONFLICT ? Kind.CONFLICT : Kind.PARTY_REFUSED;
        return Problem.of(
                        kind,
                        "%s refused the request (%d)."
                                .formatted(Sentences.begin(party), raw.status()))
                .asException();
    }

    /** Why there is no answer. It may have been done all the same. */
    ProblemException lost(PartyCall call, Throwable failure) {
        if (failure instanceof ProblemException told) {
            return told;
        }
        LOG.debug("no answer from {} to {}", party, call, failure);
        return unavailable(
                failure instanceof TimeoutException
                        ? "didn't answer in time"
                        : "broke off before it had answered");
    }

    /** Why it wasn't even asked: it gives us no connection. */
    ProblemException away(PartyCall call, Throwable failure) {
        LOG.debug("no connection to {} for {}", party, call, failure);
        return away();
    }

    /** It wasn't even asked. */
    ProblemException away() {
        return later(Kind.PARTY_AWAY, "can't be reached right now");
    }

    private ProblemException unavailable(String what) {
        return later(Kind.UNAVAILABLE, what);
    }

    private ProblemException later(Kind kind, String what) {
        return Problem.of(kind, "%s %s; please try again.".formatted(Sentences.begin(party), what))
                .asException();
    }
}
