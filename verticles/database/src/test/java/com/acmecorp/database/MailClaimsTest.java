package com.acmecorp.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.database.write.MailClaims;
import com.acmecorp.platform.database.Operation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.LongStream;

/** Of several processes that want to send a mail, one may. */
class MailClaimsTest {

    private static final long ONE = 1;
    private static final long ANOTHER = 2;

    private static TestDatabase database;
    private long id;

    @BeforeAll
    static void start() {
        database = new TestDatabase(
                new JsonObject().put("database", new JsonObject().put("largestBatch", 1)));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void placeAnOrder() {
        JsonObject order = Samples.placed(0);
        order.remove("orderId");
        id = database.execute(Samples.PLACE, order).getJsonObject("placeOrder").getLong("orderId");
    }

    @Test
    void isLeftToWhoCameFirst() {
        assertThat(keepFor(ONE)).isEqualTo("TO_SEND");
        assertThat(keepFor(ANOTHER)).isEqualTo("IN_PROGRESS");
        assertThat(keepFor(ONE)).as("asking again").isEqualTo("TO_SEND");
        markSent();
        assertThat(keepFor(ANOTHER)).isEqualTo("SENT");
    }

    @Test
    void isGivenToAnotherWhenTheClaimHasRunOut() {
        keepFor(ONE);
        database.run(
                "UPDATE emails SET claim_ends_at_ms = UNIX_TIMESTAMP() * 1000 - 1 WHERE order_id = "
                        + id);

        assertThat(keepFor(ANOTHER)).isEqualTo("TO_SEND");
        assertThat(keepFor(ONE)).isEqualTo("IN_PROGRESS");
    }

    @Test
    void isNotHeldUpByAClaimThatAWrongClockWrote() {
        keepFor(ONE);
        database.run(
                "UPDATE emails SET claim_ends_at_ms = claim_ends_at_ms + 7200000 WHERE order_id = "
                        + id);

        assertThat(keepFor(ANOTHER)).isEqualTo("TO_SEND");
    }

    @Test
    void isOnlyOnesWhenManyWantAMailThatWaitsAlready() {
        keepFor(ONE);
        TestDatabase.await(new MailClaims(database.sql).end().mapEmpty());

        List<Future<JsonObject>> answers = LongStream.rangeClosed(ANOTHER, 9)
                .mapToObj(sender -> database.client.execute(
                        new Operation(Samples.keepEmail(id, sender)), new JsonObject()))
                .toList();
        TestDatabase.await(Future.all(answers).mapEmpty());

        assertThat(answers.stream().map(answer -> answer.result().getString("keepEmail")))
                .containsOnlyOnce("TO_SEND")
                .filteredOn("IN_PROGRESS"::equals)
                .hasSize(7);
    }

    private String keepFor(long sender) {
        return database.execute(Samples.keepEmail(id, sender)).getString("keepEmail");
    }

    private void markSent() {
        database.execute(
                "mutation { markEmailSent(orderId: %d, template: \"order-received\", revision: \"\") }"
                        .formatted(id));
    }
}
