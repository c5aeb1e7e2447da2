package com.acmecorp.operations.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.testing.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

class AlertBookTest {

    private static final String RULE = "orders are lost";
    private static final List<Breach> NOTHING = List.of();

    private final TestClock clock = new TestClock();
    private final AlertBook book = new AlertBook(clock);

    @Test
    void raisesABreachOnceHoweverOftenItIsSeen() {
        List<Notice> first = book.note(RULE, List.of(lost(7)));
        clock.advance(Duration.ofHours(1));
        List<Notice> second = book.note(RULE, List.of(lost(7)));

        assertThat(first).hasOnlyElementsOfType(Notice.Raised.class).hasSize(1);
        assertThat(second).isEmpty();
        assertThat(book.open()).extracting(Alert::raisedAt).containsExactly(TestClock.START);
    }

    @Test
    void resolvesItWhenItIsGoneAndSaysHowLongItLasted() {
        book.note(RULE, List.of(lost(7)));
        clock.advance(Duration.ofSeconds(75));

        List<Notice> notices = book.note(RULE, NOTHING);

        assertThat(notices.getFirst().line()).isEqualTo("RESOLVED orders are lost, after 75 s.");
        assertThat(book.open()).isEmpty();
        assertThat(book.note(RULE, NOTHING)).isEmpty();
    }

    @Test
    void raisesItAnewWhenItComesBack() {
        book.note(RULE, List.of(lost(7)));
        book.note(RULE, NOTHING);

        assertThat(book.note(RULE, List.of(lost(7)))).hasOnlyElementsOfType(Notice.Raised.class);
    }

    @Test
    void tellsOfFurtherOrdersButNotAllTheTime() {
        book.note(RULE, List.of(lost(7)));

        clock.advance(Duration.ofSeconds(5));
        assertThat(book.note(RULE, List.of(lost(7, 8)))).as("too soon").isEmpty();
        assertThat(book.open().getFirst().breach().orders()).as("but shown").contains(8L);
        clock.advance(AlertBook.CHANGE_PAUSE);
        assertThat(book.note(RULE, List.of(lost(7, 8))))
                .singleElement()
                .isInstanceOf(Notice.Changed.class)
                .satisfies(notice -> assertThat(notice.line()).endsWith("Lost: 7, 8"));
        clock.advance(AlertBook.CHANGE_PAUSE);
        assertThat(book.note(RULE, List.of(lost(7, 8)))).as("told already").isEmpty();
    }

    @Test
    void staysSilentWhenOnlyFiguresChange() {
        book.note(RULE, List.of(Breach.of("", "overdue by 61 s")));
        clock.advance(Duration.ofHours(1));

        assertThat(book.note(RULE, List.of(Breach.of("", "overdue by 62 s")))).isEmpty();
        assertThat(book.open().getFirst().breach().sentence()).isEqualTo("overdue by 62 s");
    }

    @Test
    void tellsSubjectsOfOneRuleApart() {
        book.note(
                "a part is down", List.of(Breach.of("mail", "gone"), Breach.of("journal", "late")));

        List<Notice> notices = book.note("a part is down", List.of(Breach.of("journal", "late")));

        assertThat(notices.getFirst().line()).startsWith("RESOLVED a part is down: mail");
        assertThat(book.open()).extracting(Alert::title).containsExactly("a part is down: journal");
    }

    @Test
    void namesTwentyOrdersAndHowManyMore() {
        Breach breach = Breach.naming("Lost", LongStream.range(0, 50).boxed().toList(), 1_000);

        assertThat(breach.orders()).hasSize(20);
        assertThat(breach.sentence()).endsWith("18, 19 and 980 more");
        assertThat(Alert.raised(RULE, breach, TestClock.START).json().getLong("more"))
                .isEqualTo(980);
    }

    private static Breach lost(long... orders) {
        List<Long> ids = Arrays.stream(orders).boxed().toList();
        return Breach.naming("Lost", ids, ids.size());
    }
}
