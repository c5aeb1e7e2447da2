package com.acmecorp.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.party.PartyBooks.Difference;
import com.acmecorp.platform.sandbox.Sandbox;
import com.acmecorp.platform.sandbox.SandboxBehaviour;
import com.acmecorp.platform.testing.AcmeSchema;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Optional;

/** With a bookkeeper over HTTP and with the sandbox: both must tell the same. */
@ExtendWith(VertxExtension.class)
class BookkeepersBooksTest {

    private static final OrderId ORDER = new OrderId(7);
    private static final UsdCents TOTAL = new UsdCents(30_000);
    private static final JsonObject NOTHING = JsonObject.of("reversed", false);
    private static final JsonObject SOLD = JsonObject.of("saleCents", 30_000, "reversed", false);
    private static final JsonObject TAKEN_BACK =
            JsonObject.of("saleCents", 30_000, "reversed", true);

    @Test
    void followTheSaleOfAnOrderOverHttp(Vertx vertx) {
        HttpBookkeeping bookkeeping =
                new HttpBookkeeping(Simulators.on(vertx).client("the bookkeeper"));

        assertThat(compare(bookkeeping, SOLD))
                .hasValueSatisfying(
                        difference -> assertThat(difference.theirs()).isEqualTo("no sale"));
        follow(bookkeeping);
    }

    @Test
    void followTheSaleOfAnOrderInTheSandbox(Vertx vertx) {
        Bookkeeping bookkeeping = new SandboxBookkeeping(
                new Sandbox(vertx, "the bookkeeper", new SandboxBehaviour(0, 0), () -> 0));

        assertThat(compare(bookkeeping, SOLD)).as("it may have forgotten").isEmpty();
        follow(bookkeeping);
    }

    private static void follow(Bookkeeping bookkeeping) {
        assertThat(compare(bookkeeping, NOTHING)).isEmpty();

        Await.result(bookkeeping.enter(ORDER, TOTAL, TraceParent.fresh()));
        assertThat(compare(bookkeeping, SOLD)).isEmpty();
        assertThat(compare(bookkeeping, NOTHING)).isPresent();
        assertThat(compare(bookkeeping, SOLD.copy().put("saleCents", 1))).isPresent();
        assertThat(compare(bookkeeping, TAKEN_BACK)).isPresent();

        Await.result(bookkeeping.reverse(ORDER, TOTAL, TraceParent.fresh()));
        assertThat(compare(bookkeeping, TAKEN_BACK)).isEmpty();
        assertThat(compare(bookkeeping, SOLD)).isPresent();
    }

    @Test
    void askTheDatabaseWhatItUnderstands() {
        assertThat(AcmeSchema.errorsIn(BookkeepersBooks.QUERY)).isEmpty();
    }

    private static Optional<Difference> compare(Bookkeeping bookkeeping, JsonObject ours) {
        return Await.result(new BookkeepersBooks(bookkeeping).compare(ORDER, ours));
    }
}
