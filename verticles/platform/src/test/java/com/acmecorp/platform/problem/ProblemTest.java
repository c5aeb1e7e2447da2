package com.acmecorp.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventJson;
import com.acmecorp.platform.problem.Problem.Current;
import com.acmecorp.platform.problem.Problem.Kind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class ProblemTest {

    static List<Problem> problems() {
        return List.of(
                Problem.of(Kind.NOT_FOUND, "There is no order 7."),
                Problem.ofField(Kind.INVALID, "city", "city is needed."),
                new Problem(Kind.CONFLICT, "It was changed.", List.of(), new Current("1000")),
                new Problem(Kind.CONFLICT, "It was released.", List.of(), new Current(null)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void survivesItsWayOverTheBus(Problem problem) {
        assertThat(EventJson.read(EventJson.write(problem), Problem.class)).isEqualTo(problem);
    }
}
