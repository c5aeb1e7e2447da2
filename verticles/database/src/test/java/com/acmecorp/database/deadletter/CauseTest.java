package com.acmecorp.database.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.testing.LongTexts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;
import java.util.UUID;

/** Errors that one repair mends have one general form, others don't. */
class CauseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "no such plant | no such plant",
                "Order 100000017 costs 30000 US cents, not 1. | Order # costs # US cents, not #.",
                "NOT_FOUND: There is no order 12. | NOT_FOUND: There is no order #.",
                "no plant 'Sam''s fern' here | no plant '…''…' here",
                "no plant \"LB001\" here | no plant '…' here",
                "no plant `x` or “y” or ‘z’ | no plant '…' or '…' or '…'",
                "the stockist's phone isn't answered | the stockist's phone isn't answered",
                "event 320a4cfd-186c-59ef-9354-321f4f9f7945 refused | event # refused",
                "trace 0af7651916cd43dd8448eb211c80319c | trace #",
                "token aB3_-dEf9Gh1 is wrong | token # is wrong",
                "java.net.ConnectException: 10.0.0.7:3306 | java.net.ConnectException: #",
                "mail to ana@example.com bounced | mail to … bounced",
                "java.lang.Object@1f32e575 failed | … failed",
                "took 12.5 s of -3 | took # s of #",
                "after  5\tattempts | after # attempts",
                "SKU BB001 and BB002 | SKU BB# and BB#",
            })
    void takesOutWhatDiffersFromLetterToLetter(String error, String general) {
        assertThat(Cause.inGeneral(error)).isEqualTo(general);
    }

    @Test
    void leavesNoDigitInAnyText() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            assertThat(Cause.inGeneral(noise(random))).as("seed %d", seed).doesNotMatch(".*\\d.*");
        }
    }

    @Test
    void isTheSameForAnyNumberAndIdInAnError() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Cause cause = cause(random);
        for (int i = 0; i < 1_000; i++) {
            assertThat(cause(random)).as("seed %d", seed).isEqualTo(cause);
        }
    }

    private static Cause cause(Random random) {
        String error = "order %d: no '%s' at %s, after %d ms"
                .formatted(
                        random.nextLong(1L << 53),
                        Integer.toString(random.nextInt(1 << 30), 36),
                        new UUID(random.nextLong(), random.nextLong()),
                        random.nextInt(100_000));
        return Cause.of("stock.request-goods", "OrderPlaced", error);
    }

    private static String noise(Random random) {
        String letters = "ab Z9.-:@'\"`#…_/ñ🌵“”";
        return random.ints(random.nextInt(60), 0, letters.length())
                .collect(
                        StringBuilder::new,
                        (text, i) -> text.append(letters.charAt(i)),
                        StringBuilder::append)
                .toString();
    }

    @Test
    void hasAnIdThatIsStableAndItsOwn() {
        Cause cause = Cause.of("stock.request-goods", "OrderPlaced", "no plant 'x'");

        assertThat(cause.id()).isEqualTo("d325a1b6984e4963");
        assertThat(Cause.of("stock.request-goods", "OrderPlaced", "no plant 'y'")
                        .id())
                .isEqualTo(cause.id());
        assertThat(Cause.of("finance.book-sale", "OrderPlaced", "no plant 'x'").id())
                .isNotEqualTo(cause.id());
        assertThat(Cause.of("stock.request-goods", "OrderCreated", "no plant 'x'")
                        .id())
                .isNotEqualTo(cause.id());
        assertThat(Cause.of("stock.request-goods", "OrderPlaced", "no pot 'x'").id())
                .isNotEqualTo(cause.id());
    }

    @Test
    void keepsWhatARowTakesOfALongError() {
        assertThat(Cause.inGeneral("x y ".repeat(1_000))).hasSize(200);
        assertThat(FinalFailure.shortened("x".repeat(1_000))).hasSize(500);
    }

    @Test
    void findsTheCauseInLongErrorsQuickly() {
        LongTexts.areJudgedQuickly(error -> Cause.of("stock.request-goods", "OrderPlaced", error));
    }
}
