package com.acmecorp.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventJson;
import com.acmecorp.platform.problem.Problem.Kind;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.TimeoutException;

class ProblemsTest {

    @Test
    void keepsAnExpectedFailureAsItIs() {
        Problem problem = Problem.ofField(Kind.INVALID, "city", "city is needed.");

        assertThat(Problems.of(problem.asException())).isSameAs(problem);
    }

    @Test
    void tellsNothingAboutABug() {
        Problem problem = Problems.of(new IllegalStateException("secret of the house"));

        assertThat(problem.kind()).isEqualTo(Kind.INTERNAL);
        assertThat(EventJson.write(problem)).doesNotContain("secret");
    }

    @Test
    void readsTheProblemThatWasSent() {
        Problem problem = Problem.ofField(Kind.CONFLICT, "deliveryTime", "It is taken.");
        ReplyException reply =
                new ReplyException(ReplyFailure.RECIPIENT_FAILURE, 409, EventJson.write(problem));

        assertThat(Problems.of(reply)).isEqualTo(problem);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "a bug's text", "[]", "7"})
    void takesAnyOtherRefusalForABug(@Nullable String text) {
        ReplyException reply = new ReplyException(ReplyFailure.RECIPIENT_FAILURE, 500, text);

        assertThat(Problems.of(reply).kind()).isEqualTo(Kind.INTERNAL);
    }

    @ParameterizedTest
    @CsvSource({"TIMEOUT, UNAVAILABLE", "NO_HANDLERS, UNAVAILABLE", "ERROR, INTERNAL"})
    void saysWhetherTryingAgainMayHelp(ReplyFailure failure, Kind kind) {
        assertThat(Problems.of(new ReplyException(failure, "address use-case.x")))
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(kind);
                    assertThat(problem.detail()).doesNotContain("use-case.x");
                });
    }

    @Test
    void knowsWhenSomethingTookTooLong() {
        assertThat(Problems.of(new TimeoutException("20 s")).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @EnumSource
    void eachKindIsAnHttpErrorWithATitle(Kind kind) {
        assertThat(kind.status()).isBetween(400, 599);
        assertThat(kind.title()).matches("[A-Z][^.]+");
    }
}
