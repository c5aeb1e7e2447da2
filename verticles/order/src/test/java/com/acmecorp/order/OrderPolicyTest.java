package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.events.Markets;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class OrderPolicyTest {

    private final OrderPolicy policy = policy(true);

    private static OrderPolicy policy(boolean acceptTestOrders) {
        return new OrderPolicy(Catalogue.acme(), Segments.acme(Markets.acme()), acceptTestOrders);
    }

    @ParameterizedTest
    @CsvSource({"B2C, US", "B2C, MX"})
    void takesIndividualsInBothMarkets(String customerType, String market) {
        assertThat(check(OrderForm.of(customerType, market)))
                .hasToString(customerType + " in " + market);
    }

    @Test
    void takesBusinessesWithAnOrganizationNumber() {
        assertThat(check(OrderForm.business())).hasToString("B2B in US");
        assertRefused("orgNumber", OrderForm.of("B2B", "US"));
        assertRefused("orgNumber", OrderForm.business().put("orgNumber", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "B2B, MX, market",
        "B2C, CA, market",
        "B2G, US, customerType",
        "b2c, us, customerType"
    })
    void takesNobodyElse(String customerType, String market, String fieldAtFault) {
        assertRefused(fieldAtFault, OrderForm.of(customerType, market).put("orgNumber", 1_234_567));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 29_999, 30_001, 300, 600_000})
    void refusesATotalThatIsNotTheCatalogues(long totalPrice) {
        assertRefused("totalPrice", OrderForm.individual().put("totalPrice", totalPrice));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ES"})
    void writesInTheLanguagesOfAllMarkets(String language) {
        for (String market : List.of("US", "MX")) {
            assertThat(check(OrderForm.of("B2C", market).put("language", language)))
                    .hasToString("B2C in " + market);
        }
    }

    @Test
    void namesTheLanguagesThatItWritesToWhoWantsAnother() {
        assertRefused("language", OrderForm.individual().put("language", "fr"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> check(OrderForm.individual().put("language", "fr")))
                .withMessageContaining("en, es");
    }

    @Test
    void saysWhatTheTotalIs() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> check(OrderForm.individual().put("totalPrice", 1)))
                .withMessageContaining("30000 US cents ($300)");
    }

    @Test
    void countsTheCustomersTotalInUsdEverywhere() {
        assertThat(check(OrderForm.of("B2C", "MX").put("totalPrice", 30_000))
                        .market()
                        .market())
                .isEqualTo("MX");
        assertRefused("totalPrice", OrderForm.of("B2C", "MX").put("totalPrice", 600_000));
    }

    @Test
    void refusesWhatIsNotOnSale() {
        assertRefused("products", OrderForm.individual().put("products", "BB001,BL001"));
        assertRefused("products", OrderForm.individual().put("products", "bb001,LB001"));
    }

    @Test
    void takesATestOrderWhateverItHoldsAndCosts() {
        JsonObject test =
                OrderForm.individual().put("testId", 7).put("products", "X").put("totalPrice", 1);

        assertThat(check(test)).hasToString("B2C in US");
        assertRefused("market", test.copy().put("market", "CA"));
    }

    @Test
    void takesNoTestOrderWhereTheyAreNotAllowed() {
        OrderRequest test = OrderRequest.of(OrderForm.individual().put("testId", 7));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> policy(false).check(test))
                .satisfies(refusal ->
                        assertThat(OrderForm.fieldsOf(refusal)).containsExactly("testId"));
    }

    private Segment check(JsonObject form) {
        return policy.check(OrderRequest.of(form));
    }

    private void assertRefused(String field, JsonObject form) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> check(form))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().kind()).isEqualTo(Kind.INVALID);
                    assertThat(OrderForm.fieldsOf(refusal)).containsExactly(field);
                });
    }
}
