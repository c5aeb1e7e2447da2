package com.acmecorp.platform.party;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.party.PartyBooks.Difference;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.AcmeSchema;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.TestPlatform;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

@ExtendWith(VertxExtension.class)
class PartyAuditTest {

    private static final AuditConfig TWO_AT_A_TIME = new AuditConfig(2, 60_000, 10_000);
    private static final Difference CHARGED_TWICE = new Difference("5 USD", "10 USD", "Ask them.");

    private final Books books = new Books();
    private final Map<Long, Boolean> atRest = new TreeMap<>();
    private final Set<Long> onRecord = new HashSet<>();
    private TestPlatform acme;
    private PartyAudit audit;
    private boolean possible = true;

    @BeforeEach
    void holdOrders(Vertx vertx) {
        acme = TestPlatform.on(vertx);
        acme.database()
                .on("getOrdersToCompare", this::toCompare)
                .on("getPartyDifferences", this::differences)
                .on("noteComparison", this::note);
        audit = new PartyAudit(vertx, acme.platform(), books, TWO_AT_A_TIME, () -> possible);
    }

    @Test
    void notesADifferenceOnceItWasSeenTwice() {
        atRest.put(7L, true);
        books.differing.put(7L, CHARGED_TWICE);

        look();
        assertThat(onRecord).as("a race looks like that, too").isEmpty();

        pass(10_000);
        look();
        assertThat(onRecord).containsExactly(7L);
        JsonObject noted = acme.database().calls("noteComparison").getFirst();
        assertThat(noted.getString("party")).isEqualTo("the party");
        assertThat(noted.getJsonArray("differences").getJsonObject(0).getString("advice"))
                .isEqualTo("Ask them.");
    }

    @Test
    void saysNothingOfADifferenceThatIsGoneAMomentLater() {
        atRest.put(7L, true);
        books.differing.put(7L, CHARGED_TWICE);
        look();

        books.differing.clear();
        pass(10_000);
        look();
        books.differing.put(7L, CHARGED_TWICE);
        look();

        assertThat(acme.database().calls("noteComparison")).isEmpty();
    }

    @Test
    void endsADifferenceWhenBothAgreeAgain() {
        atRest.put(7L, true);
        onRecord.add(7L);

        look();

        assertThat(onRecord).isEmpty();
    }

    @Test
    void waitsForAnOrderThatIsStillBeingWorkedOn() {
        atRest.put(7L, false);
        audit.touched(new OrderId(7));

        look();
        pass(60_000);
        look();
        assertThat(books.asked).isEmpty();

        atRest.put(7L, true);
        pass(60_000);
        look();
        assertThat(books.asked).contains(7L);
    }

    @Test
    void looksAtOrdersThatWereDealtWithLatelyBeforeItGoesRound() {
        for (long order = 1; order <= 9; order++) {
            atRest.put(order, true);
        }
        audit.touched(new OrderId(2));
        pass(60_000);

        look();
        assertThat(books.asked).containsExactly(2L, 9L);
        look();
        look();
        assertThat(books.asked).containsExactly(2L, 9L, 8L, 7L, 6L, 5L);
        for (int tick = 0; tick < 4; tick++) {
            look();
        }
        assertThat(books.asked).as("and it begins anew").hasSize(12).endsWith(2L, 1L, 9L, 8L);
    }

    @Test
    void asksNoFurtherOnceThePartyDoesNotAnswerAndForgetsNoOrder() {
        atRest.put(7L, true);
        atRest.put(8L, true);
        books.answers = false;

        assertThat(audit.look().failed()).isTrue();
        assertThat(books.asked).containsExactly(8L);

        books.answers = true;
        pass(10_000);
        look();
        assertThat(books.asked).containsExactly(8L, 8L, 7L);
    }

    @Test
    void comparesNothingWhereThatWouldMeanNothing() {
        possible = false;
        atRest.put(7L, true);

        look();

        assertThat(acme.database().calls()).isEmpty();
    }

    @Test
    void asksTheDatabaseWhatItUnderstands() {
        assertThat(AcmeSchema.errorsIn(OrdersToCompare.OPEN)).isEmpty();
        assertThat(AcmeSchema.errorsIn(OrdersToCompare.NOTE)).isEmpty();
        assertThat(AcmeSchema.errorsIn(books.query())).isEmpty();
    }

    private void look() {
        Await.result(audit.look());
    }

    private void pass(long ms) {
        acme.clock().advance(Duration.ofMillis(ms));
    }

    private List<Map<String, Object>> toCompare(JsonObject arguments) {
        JsonArray ids = arguments.getJsonArray("ids");
        List<Map<String, Object>> found = new ArrayList<>();
        new TreeMap<>(atRest).descendingMap().forEach((id, rests) -> {
            boolean wanted = ids == null ? id < arguments.getLong("before") : ids.contains(id);
            if (wanted && found.size() < arguments.getInteger("limit")) {
                found.add(Map.of("orderId", id, "atRest", rests, "status", "PLACED"));
            }
        });
        return found;
    }

    private List<Map<String, Object>> differences(JsonObject arguments) {
        return onRecord.isEmpty()
                ? List.of()
                : List.of(Map.of(
                        "orders",
                        onRecord.stream().map(id -> Map.of("orderId", id)).toList()));
    }

    private boolean note(JsonObject arguments) {
        arguments.getJsonArray("differences").stream()
                .map(JsonObject.class::cast)
                .forEach(difference -> onRecord.add(difference.getLong("orderId")));
        arguments.getJsonArray("agreed").forEach(onRecord::remove);
        return true;
    }

    /** The books of a party that agrees with us unless it is told not to. */
    private static final class Books implements PartyBooks {

        private final List<Long> asked = new ArrayList<>();
        private final Map<Long, Difference> differing = new HashMap<>();
        private boolean answers = true;

        @Override
        public String party() {
            return "the party";
        }

        @Override
        public Operation query() {
            return PartyBooks.reading("status");
        }

        @Override
        public Future<Optional<Difference>> compare(OrderId order, JsonObject ours) {
            asked.add(order.value());
            return answers
                    ? Future.succeededFuture(Optional.ofNullable(differing.get(order.value())))
                    : Future.failedFuture(
                            Problem.of(Kind.UNAVAILABLE, "No answer.").asException());
        }
    }
}
