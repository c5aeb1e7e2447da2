package com.acmecorp.operations.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.operations.alert.Breach;
import com.acmecorp.operations.facts.Backlog;
import com.acmecorp.operations.facts.Backlog.Missing;
import com.acmecorp.operations.facts.Conservation;
import com.acmecorp.operations.facts.OrderFacts;
import com.acmecorp.operations.facts.PartFacts;
import com.acmecorp.operations.facts.PartyDifferences;
import com.acmecorp.operations.facts.PaymentFacts;
import com.acmecorp.operations.facts.Trouble;
import com.acmecorp.operations.facts.Trouble.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class RulesTest {

    private static final long COUNTED = 10_000;
    private static final Backlog QUIET = new Backlog(3, 0, 5, 0, List.of(), COUNTED);
    private static final Conservation ADDS_UP = new Conservation(10, 2, 7, 0, 0, 1);

    @Test
    void areSilentWhenAllIsWell() {
        assertThat(judge(new OrderFacts(QUIET, ADDS_UP, List.of(), List.of()))).isEmpty();
    }

    @Test
    void seeDeadLettersAndWhoseTheyAre() {
        OrderFacts facts = new OrderFacts(
                new Backlog(0, 0, 0, 2, List.of(), COUNTED),
                ADDS_UP,
                List.of(trouble(Kind.GIVEN_UP, 7)),
                List.of());

        assertThat(judge(facts))
                .containsOnlyKeys("dead letters")
                .containsValue("Deliveries were given up, 2 in all: 7");
    }

    @Test
    void seeEventsThatNobodyDispatches() {
        assertThat(judge(new OrderFacts(
                        new Backlog(9, 60_001, 0, 0, List.of(), COUNTED),
                        ADDS_UP,
                        List.of(),
                        List.of())))
                .containsOnlyKeys("events are overdue");
    }

    @Test
    void seeManyRetries() {
        assertThat(judge(new OrderFacts(
                        new Backlog(0, 0, 6, 0, List.of(), COUNTED),
                        ADDS_UP,
                        List.of(),
                        List.of())))
                .containsOnlyKeys("many deliveries are tried again");
    }

    @Test
    void tellFiguresThatNobodyCountedToTheirEnd() {
        assertThat(judge(new OrderFacts(
                        new Backlog(COUNTED, 60_001, COUNTED, COUNTED, List.of(), COUNTED),
                        ADDS_UP,
                        List.of(new Trouble(Kind.STUCK, 1_000, true, List.of())),
                        List.of())))
                .hasSize(4)
                .allSatisfy((rule, sentence) ->
                        assertThat(sentence).containsPattern("at least 10?000"));
    }

    @Test
    void takeRetriesForManyThatNobodyCountedToTheirEnd() {
        Backlog backlog = new Backlog(0, 0, COUNTED, 0, List.of(), COUNTED);

        assertThat(new ManyRetries(1_000_000)
                        .judge(new OrderFacts(backlog, ADDS_UP, List.of(), List.of())))
                .hasSize(1);
    }

    @Test
    void nameASubscriberThatRunsNowhere() {
        Missing starting = new Missing("email.order-received", 4, 10_000);
        Missing missing = new Missing("stock.request-goods", 7, 10_001);

        assertThat(judge(new OrderFacts(
                        new Backlog(0, 0, 5, 0, List.of(starting, missing), COUNTED),
                        ADDS_UP,
                        List.of(),
                        List.of())))
                .isEqualTo(
                        Map.of(
                                "a subscriber is missing",
                                "7 events wait for stock.request-goods, which runs nowhere; start the context stock"));
    }

    @Test
    void seeThatOrdersDoNotAddUp() {
        Conservation wrong = new Conservation(10, 2, 6, 0, 0, 1);

        assertThat(judge(new OrderFacts(QUIET, wrong, List.of(), List.of())))
                .containsOnlyKeys("orders don't add up");
    }

    @Test
    void seeEachKindOfTrouble() {
        Map<Kind, String> rules = Map.of(
                Kind.LOST, "orders are lost",
                Kind.STUCK, "orders are stuck",
                Kind.SALE_MISSING, "the books differ",
                Kind.SALE_DIFFERS, "the books differ",
                Kind.REFUND_REFUSED, "refunds are refused",
                Kind.REFUND_DUE, "refunds are overdue",
                Kind.MAIL_MISSING, "mails are undelivered",
                Kind.MAIL_UNSENT, "mails are undelivered",
                Kind.RESERVATION_UNSETTLED, "reservations are unsettled");
        rules.forEach((kind, rule) -> assertThat(
                        judge(new OrderFacts(QUIET, ADDS_UP, List.of(trouble(kind, 7)), List.of())))
                .containsOnlyKeys(rule));
    }

    @Test
    void sayWhatToDoAboutARefundThatIsRefused() {
        OrderFacts facts =
                new OrderFacts(QUIET, ADDS_UP, List.of(trouble(Kind.REFUND_REFUSED, 7)), List.of());

        assertThat(judge(facts).get("refunds are refused"))
                .contains("7", "POST /settleRefund", "POST /askRefundAgain");
    }

    @Test
    void nameTheOrdersOnWhichAPartyDisagreesAndSayWhatToDo() {
        PartyDifferences stockist = new PartyDifferences(
                "the stockist",
                2,
                false,
                List.of(new PartyDifferences.Order(
                        7, "cancelled", "has sent the goods", "Have them taken back.")));

        List<Breach> breaches = new PartiesAgree()
                .judge(new OrderFacts(QUIET, ADDS_UP, List.of(), List.of(stockist)));

        assertThat(breaches).singleElement().satisfies(breach -> {
            assertThat(breach.subject()).isEqualTo("the stockist");
            assertThat(breach.orders()).containsExactly(7L);
            assertThat(breach.more()).isEqualTo(1);
            assertThat(breach.sentence())
                    .contains("cancelled", "has sent the goods", "Have them taken back.");
        });
    }

    @Test
    void nameAPartThatIsDown() {
        List<Breach> breaches = Rules.aboutParts()
                .getFirst()
                .judge(List.of(
                        new PartFacts("mail", "no route", null),
                        new PartFacts("journal", null, null)));

        assertThat(breaches).containsExactly(Breach.of("mail", "mail: no route"));
    }

    @Test
    void nameWhatHindersAPartThatWorks() {
        List<Breach> breaches = Rules.aboutParts()
                .getLast()
                .judge(List.of(
                        new PartFacts("database", null, "rows are locked"),
                        new PartFacts("journal", null, null)));

        assertThat(breaches).containsExactly(Breach.of("database", "database: rows are locked"));
    }

    @Test
    void seesWhenSomebodyTriesOneCardAfterTheOther() {
        assertThat(declines(200, 12)).singleElement().asString().contains("200 of 212 payments");
        assertThat(declines(20, 0)).as("as many as may be").isEmpty();
        assertThat(declines(200, 200)).as("no more than are accepted").isEmpty();
    }

    private static List<String> declines(long declined, long paid) {
        return Rules.aboutPayments(20).stream()
                .flatMap(rule -> rule.judge(new PaymentFacts(paid, declined, 60)).stream())
                .map(Breach::sentence)
                .toList();
    }

    private static Trouble trouble(Kind kind, long order) {
        return new Trouble(kind, 1, false, List.of(new Trouble.Order(order, null)));
    }

    /** What each broken rule says. */
    private static Map<String, String> judge(OrderFacts facts) {
        Map<String, String> broken = new TreeMap<>();
        Rules.aboutOrders(60_000, 5)
                .forEach(rule -> rule.judge(facts)
                        .forEach(breach -> broken.put(rule.name(), breach.sentence())));
        return broken;
    }
}
