package com.acmecorp.platform.party;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.Eventually;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A party that fails again and again is left alone, until it is back. */
@ExtendWith(VertxExtension.class)
class BreakerTest {

    private static final int FAILURES = 3;
    private static final int SHORT_MS = 20;
    private static final int LONG_MS = 600_000;
    private static final PartyCall CALL = PartyCall.get("/offers");

    private ScriptedParty party;
    private HealthChecks health;

    @BeforeEach
    void open(Vertx vertx) {
        party = new ScriptedParty(vertx);
        health = new HealthChecks(vertx, 5_000);
    }

    @Test
    void leavesAPartyAloneThatFailsInARow(Vertx vertx) {
        party.answers(503, "");
        PartyClient client = client(vertx, LONG_MS);
        fail(client, FAILURES);

        ProblemException leftAlone = (ProblemException) Await.failure(client.send(CALL));

        assertThat(leftAlone.problem().kind()).isEqualTo(Kind.PARTY_AWAY);
        assertThat(leftAlone.problem().detail())
                .isEqualTo("The delivery partner can't be reached right now; please try again.");
        assertThat(party.asked()).as("it isn't asked any more").hasSize(FAILURES);
    }

    @Test
    void tellsItsHealth(Vertx vertx) {
        party.answers(503, "");
        PartyClient client = client(vertx, LONG_MS);

        assertThat(health.here()).containsExactly("delivery partner");
        assertThat(Await.result(health.ask("delivery partner"))).isEmpty();
        fail(client, FAILURES);

        assertThat(Await.failure(health.ask("delivery partner")))
                .hasMessage(
                        "the delivery partner fails again and again; it is tried every 600000 ms");
    }

    @Test
    void countsOnlyFailuresInARow(Vertx vertx) {
        PartyClient client = client(vertx, LONG_MS);
        for (int round = 0; round < FAILURES; round++) {
            party.answers(503, "");
            fail(client, FAILURES - 1);
            party.answers(200, "{}");
            Await.result(client.send(CALL));
        }

        assertThat(party.asked()).hasSize(FAILURES * FAILURES);
    }

    @Test
    void countsAnOrderOnce(Vertx vertx) {
        party.answers(500, "");
        PartyClient client = client(vertx, LONG_MS);

        fail(client, callFor(1), FAILURES * 2);
        fail(client, callFor(2), FAILURES * 2);

        assertThat(party.asked()).as("it is asked each time").hasSize(FAILURES * 4);
        assertThat(Await.result(health.ask("delivery partner"))).isEmpty();
    }

    @Test
    void leavesAPartyAloneThatFailsWithOneOrderAfterTheOther(Vertx vertx) {
        party.answers(500, "");
        PartyClient client = client(vertx, LONG_MS);
        for (int order = 1; order <= FAILURES; order++) {
            fail(client, callFor(order), 1);
        }

        fail(client, callFor(1), 1);

        assertThat(party.asked()).as("nor is it asked for a known order").hasSize(FAILURES);
    }

    @Test
    void countsAnOrderAnewThatSucceededMeanwhile(Vertx vertx) {
        PartyClient client = client(vertx, LONG_MS);
        for (int order = 1; order < FAILURES; order++) {
            party.answers(500, "");
            fail(client, callFor(order), 1);
            party.answers(200, "{}");
            Await.result(client.send(callFor(order)));
        }
        party.answers(500, "");
        for (int order = 1; order <= FAILURES; order++) {
            assertThat(Await.result(health.ask("delivery partner"))).isEmpty();
            fail(client, callFor(order), 1);
        }

        assertThat(Await.failure(health.ask("delivery partner"))).isNotNull();
    }

    @Test
    void takesARefusalForAnAnswer(Vertx vertx) {
        party.answers(400, "{}");
        PartyClient client = client(vertx, LONG_MS);

        fail(client, FAILURES * 2);

        assertThat(party.asked()).hasSize(FAILURES * 2);
    }

    @Test
    void triesAgainAfterAPauseAndGoesOnWhenThePartyIsBack(Vertx vertx) {
        party.answers(503, "");
        PartyClient client = client(vertx, SHORT_MS);
        fail(client, FAILURES);
        party.answers(200, "{}");

        Eventually.holds(
                () -> Await.result(client.send(CALL).map(true).otherwise(stillLeftAlone -> false)));

        assertThat(party.asked()).as("one call found out").hasSize(FAILURES + 1);
        assertThat(Await.result(health.ask("delivery partner"))).isEmpty();
    }

    @Test
    void goesOnLeavingItAloneWhenTheTrialFails(Vertx vertx) {
        party.answers(503, "");
        PartyClient client = client(vertx, SHORT_MS);
        fail(client, FAILURES);

        Eventually.holds(() -> {
            fail(client, 1);
            return party.asked().size() == FAILURES + 2;
        });
    }

    private PartyClient client(Vertx vertx, int pauseMs) {
        PartyLimits limits = new PartyLimits(4, 2_000, FAILURES, pauseMs);
        return PartyClient.of(vertx, health, "the delivery partner", party.config(5_000, limits));
    }

    private static PartyCall callFor(long order) {
        return PartyCall.post("/requests", new OrderId(order));
    }

    private static void fail(PartyClient client, int times) {
        fail(client, CALL, times);
    }

    private static void fail(PartyClient client, PartyCall call, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(Await.failure(client.send(call))).isInstanceOf(ProblemException.class);
        }
    }
}
