package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.links.LinkTokens.Purpose;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/** What a customer learns whose answer was lost. */
class TellOutcomeTest {

    private static final OrderId ID = new OrderId(86_757);

    private final LinkTokens links = new LinkTokens("a secret of the tests");
    private final FakeDatabase database = new FakeDatabase();
    private final TellOutcome tellOutcome = new TellOutcome(database, links);

    @Test
    void givesTheLinksOfAnAcceptedOrder() {
        outcomeIs(Map.of("state", "ACCEPTED", "orderId", ID.value(), "linkGeneration", 0));

        JsonObject answer = ask("my-key");

        assertThat(answer.getString("outcome")).isEqualTo("ACCEPTED");
        assertThat(answer.getLong("orderId")).isEqualTo(ID.value());
        assertThat(answer.getString("trackingUrl"))
                .isEqualTo("/success#order=86757&token=" + links.token(Purpose.TRACK, ID));
        assertThat(answer.getString("manageToken")).isEqualTo(links.token(Purpose.MANAGE, ID));
        assertThat(database.calls("getOrderOutcome"))
                .containsExactly(JsonObject.of("key", "my-key", "email", "ann@example.com"));
    }

    @Test
    void givesNoLinksThatReplacedOthers() {
        outcomeIs(Map.of("state", "ACCEPTED", "orderId", ID.value(), "linkGeneration", 2));

        assertThat(ask("my-key"))
                .isEqualTo(JsonObject.of("outcome", "ACCEPTED", "orderId", ID.value())
                        .put("trackingUrl", "/success#order=86757")
                        .put("manageToken", "")
                        .put("linksRenewed", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IN_PROGRESS", "NONE"})
    void saysNothingElseOfAnOrderThatIsNotAccepted(String state) {
        outcomeIs(Map.of("state", state, "linkGeneration", 0));

        assertThat(ask("my-key")).isEqualTo(JsonObject.of("outcome", state));
    }

    @Test
    void refusesAQuestionWithoutAKey() {
        for (String key : new @Nullable String[] {null, "", "with space", "x".repeat(201)}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> ask(key))
                    .matches(refusal -> refusal.problem().kind() == Kind.MALFORMED);
        }
    }

    private void outcomeIs(Map<String, Object> outcome) {
        database.on("getOrderOutcome", arguments -> outcome);
    }

    private JsonObject ask(@Nullable String key) {
        return Await.result(tellOutcome.handle(
                new Request(JsonObject.of("email", "ann@example.com"), TraceParent.fresh(), key)));
    }
}
