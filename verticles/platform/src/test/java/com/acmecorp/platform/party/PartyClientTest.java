package com.acmecorp.platform.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.Eventually;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a context gets from another company that behaves well, badly, or not at all. */
@ExtendWith(VertxExtension.class)
class PartyClientTest {

    private static final PartyLimits PATIENT = new PartyLimits(4, 2_000, 1_000, 60_000);
    private static final int PATIENCE_MS = 5_000;
    private static final int IMPATIENCE_MS = 500;

    /** Nothing listens on that port. */
    private static final String NOBODY = "http://127.0.0.1:1";

    private static final PartyCall CALL = PartyCall.post("/requests", new OrderId(7));

    private ScriptedParty party;
    private PartyClient client;

    @BeforeEach
    void open(Vertx vertx) {
        party = new ScriptedParty(vertx);
        client = client(vertx, PATIENCE_MS, PATIENT);
    }

    @AfterEach
    void thePartyCouldDoWhatItWasTold() {
        assertThat(party.surprises()).isEmpty();
    }

    @Test
    void sendsWhatIsAskedWithKeyOrderAndTrace() {
        party.answers(202, "{\"accepted\": true}");
        TraceParent trace = TraceParent.fresh();
        JsonObject content = JsonObject.of("products", "BB001");

        PartyAnswer answer = Await.result(client.send(CALL.with(content).in(trace)));

        assertThat(answer)
                .isEqualTo(new PartyAnswer("the stockist", 202, JsonObject.of("accepted", true)));
        HttpServerRequest asked = party.asked().getFirst();
        assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST /v1/requests");
        assertThat(party.lastBody()).isEqualTo(content);
        assertThat(asked.getHeader("Idempotency-Key")).isEqualTo("7");
        assertThat(asked.getHeader("traceparent")).isEqualTo(trace.value());
        assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer its key");
        assertThat(asked.getHeader("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void takesAnAnswerWithoutABody() {
        party.answers(204, "");

        assertThat(Await.result(client.send(CALL)).body()).isEqualTo(new JsonObject());
        assertThat(party.asked().getFirst().getHeader("Content-Type")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void maySucceedLaterWhereThePartyCannotAnswerNow(int status) {
        party.answers(status, "<html>Sorry</html>");

        assertThat(problem())
                .isEqualTo(Problem.of(
                        Kind.UNAVAILABLE,
                        "The stockist can't serve us right now (" + status
                                + "); please try again."));
        assertThat(party.asked()).as("the client never repeats").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 405, 422})
    void isFinalWhereThePartyRefuses(int status) {
        party.answers(status, "{\"detail\": \"No.\"}");

        assertThat(problem().kind()).isEqualTo(Kind.PARTY_REFUSED);
        assertThat(Kind.PARTY_REFUSED.worthRetrying()).isFalse();
    }

    @Test
    void tellsAConflictApart() {
        party.answers(409, "{}");

        assertThat(problem().kind()).isEqualTo(Kind.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Down for maintenance</html>", "{\"cut\": ", "[1]", "7"})
    void saysWhatItExpectedWhereItGetsRubbish(String rubbish) {
        party.answers(200, rubbish);

        assertThat(problem())
                .isEqualTo(
                        Problem.of(
                                Kind.UNAVAILABLE,
                                "The stockist gave an answer that we don't understand: expected was a JSON object."));
    }

    @Test
    void namesTheFieldThatItExpected() {
        PartyAnswer answer = new PartyAnswer("the stockist", 200, JsonObject.of("status", 7));

        assertThat(problem(() -> answer.text("status")).detail())
                .endsWith("expected was a text called status.");
        assertThat(problem(() -> answer.list("slots")).detail())
                .endsWith("expected was a list called slots.");
    }

    @Test
    void cutsOffAPartyThatDoesNotAnswer(Vertx vertx) {
        party.does(request -> {});
        client = client(vertx, IMPATIENCE_MS, PATIENT);

        assertThat(problem().detail())
                .isEqualTo("The stockist didn't answer in time; please try again.");
        Eventually.holds(() -> party.cutOff() == 1);
    }

    @Test
    void cutsOffAPartyThatBeginsToAnswerAndNeverEnds(Vertx vertx) {
        party.does(request -> drip(vertx, request.response().setChunked(true)));
        client = client(vertx, IMPATIENCE_MS, PATIENT);

        assertThat(problem().detail())
                .isEqualTo("The stockist didn't answer in time; please try again.");
        Eventually.holds(() -> party.cutOff() == 1);
    }

    @Test
    void cutsOffAnAnswerThatIsTooLong() {
        party.answers(200, " ".repeat(Answers.MOST_BYTES + 1));

        assertThat(problem().detail()).endsWith("expected was one of at most 262144 bytes.");
    }

    @Test
    void survivesAConnectionThatIsCutInTheMiddleOfAnAnswer() {
        party.does(request -> party.end(request.response()
                .putHeader("Content-Length", "100")
                .write("{\"half\":")
                .compose(written -> request.connection().close())));

        assertThat(problem())
                .isEqualTo(Problem.of(
                        Kind.UNAVAILABLE,
                        "The stockist broke off before it had answered; please try again."));
    }

    @Test
    void survivesAPartyThatIsGone(Vertx vertx) {
        client = client(vertx, new PartyConfig(NOBODY, "", PATIENCE_MS, PATIENT));

        assertThat(problem())
                .isEqualTo(Problem.of(
                        Kind.PARTY_AWAY,
                        "The stockist can't be reached right now; please try again."));
    }

    @Test
    void waitsForAConnectionNoLongerThanItMay(Vertx vertx) {
        party.does(request -> {});
        client = client(vertx, PATIENCE_MS, new PartyLimits(1, IMPATIENCE_MS, 1_000, 60_000));
        Future<PartyAnswer> first = client.send(CALL);

        assertThat(problem().kind()).isEqualTo(Kind.PARTY_AWAY);
        assertThat(first.isComplete()).as("it has the only connection").isFalse();
        assertThat(party.asked()).as("a call that was given up is never sent").hasSizeLessThan(2);
    }

    private static void drip(Vertx vertx, HttpServerResponse response) {
        vertx.setPeriodic(10, tick -> {
            if (response.closed()) {
                vertx.cancelTimer(tick);
            } else {
                response.write(" ").onFailure(gone -> vertx.cancelTimer(tick));
            }
        });
    }

    private PartyClient client(Vertx vertx, int timeoutMs, PartyLimits limits) {
        return client(vertx, party.config(timeoutMs, limits));
    }

    private static PartyClient client(Vertx vertx, PartyConfig config) {
        return PartyClient.of(vertx, new HealthChecks(vertx, PATIENCE_MS), "the stockist", config);
    }

    private static Problem problem(ThrowingCallable step) {
        return catchThrowableOfType(ProblemException.class, step).problem();
    }

    private Problem problem() {
        return ((ProblemException) Await.failure(client.send(CALL))).problem();
    }
}
