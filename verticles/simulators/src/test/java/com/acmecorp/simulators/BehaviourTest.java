package com.acmecorp.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.acmecorp.events.OrderId;
import com.acmecorp.simulators.Behaviour.Fate;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.LongStream;

class BehaviourTest {

    private static final Behaviour SOME =
            new Behaviour(1, 0.1, 0.2, 0.3, 0.4, 0.5, 6, 0.7, 0.25, 0.01);

    @Test
    void isReadAsItIsWritten() {
        assertThat(Behaviour.of(SOME.json())).isEqualTo(SOME);
        assertThat(Behaviour.of(new JsonObject())).isEqualTo(Behaviour.PERFECT);
    }

    @ParameterizedTest
    @CsvSource({
        "0, FAILED",
        "0.09, FAILED",
        "0.1, HUNG",
        "0.29, HUNG",
        "0.31, DROPPED",
        "0.59, DROPPED",
        "0.61, ANSWERED",
        "0.99, ANSWERED"
    })
    void decidesWhatBecomesOfACall(double chance, Fate fate) {
        assertThat(SOME.fate(chance)).isEqualTo(fate);
    }

    @Test
    void answersEveryCallOfAPerfectParty() {
        assertThat(Behaviour.PERFECT.fate(0)).isEqualTo(Fate.ANSWERED);
    }

    @Test
    void poisonsItsShareOfTheOrdersAlwaysTheSame() {
        List<OrderId> poisoned = LongStream.range(0, 100_000)
                .mapToObj(number -> new OrderId(100_000_000 + number))
                .filter(SOME::poisons)
                .toList();

        assertThat(poisoned).hasSizeBetween(900, 1_100).allMatch(SOME::poisons);
        assertThat(poisoned).noneMatch(Behaviour.PERFECT::poisons);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'mood': 1} | There is no mood; known are delayMs",
                "{'delayMs': -1} | delayMs is from 0 to 600000",
                "{'delayMs': 'long'} | Every part of a behaviour is a number",
                "{'delayMs': null} | Every part of a behaviour is a number",
                "{'declineShare': 1.5} | declineShare: from 0 to 1, not 1.5",
                "{'hangShare': 0.6, 'dropShare': 0.6} | failureShare, hangShare and dropShare",
            },
            quoteCharacter = '"')
    void saysWhatCannotBe(String json, String sentence) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Behaviour.of(new JsonObject(json.replace('\'', '"'))))
                .withMessageContaining(sentence);
    }
}
