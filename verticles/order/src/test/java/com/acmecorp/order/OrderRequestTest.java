package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.util.Objects.requireNonNull;

import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem.FieldError;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.List;

class OrderRequestTest {

    static final List<Object> NO_AMOUNTS = List.of(
            -1,
            1.5,
            150.0,
            "30000",
            true,
            9_007_199_254_740_992L,
            Long.MAX_VALUE,
            new BigInteger("9".repeat(40)));

    static final List<Object> ORG_NUMBERS =
            List.of(100_000, 123_456L, new BigInteger("9".repeat(20)));

    static final List<Object> NO_ORG_NUMBERS = List.of(
            12_345,
            "12345",
            "000000000000000000001",
            new BigInteger("1" + "0".repeat(20)),
            "1".repeat(21),
            "9".repeat(5000),
            -123_456,
            123_456.0,
            true,
            "12 345",
            "123456; DROP TABLE orders",
            new JsonObject());

    static final List<Object> ABSENT = List.of(0, 0L, "0", "000000", "");

    @Test
    void readsEveryField() {
        OrderRequest order = OrderRequest.of(OrderForm.business()
                .put("testId", 352)
                .put("state", " Oregon ")
                .put("postalCode", "97205")
                .put("language", "ES"));

        assertThat(order)
                .isEqualTo(new OrderRequest(
                        "Zoë O'Brien",
                        "zoe@example.com",
                        "321321321",
                        "Thisway 1",
                        "Thatplace",
                        "Oregon",
                        "97205",
                        "es",
                        "B2B",
                        "US",
                        new Basket(List.of("BB001", "LB001")),
                        new UsdCents(30_000),
                        new OrgNumber("1234567890"),
                        352));
        assertThat(order.isTest()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void takesABlankStateOrPostalCodeForNone(String blank) {
        assertThat(OrderForm.request("state", blank).state()).isNull();
        assertThat(OrderForm.request("postalCode", blank).postalCode()).isNull();
        assertThat(OrderForm.request("state", null).state()).isNull();
    }

    @Test
    void keepsStateAndPostalCodeInPlainCharacters() {
        assertThat(OrderForm.request("state", " Michoaca\u0301n\u00A0").state())
                .isEqualTo("Michoac\u00E1n");
        assertThat(OrderForm.request("postalCode", "97205\u20111234").postalCode())
                .isEqualTo("97205-1234");
        assertRefused("state", "x".repeat(51));
        assertRefused("state", 7);
        assertRefused("postalCode", "1".repeat(21));
        assertRefused("postalCode", "97205\u001B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english", "e", "en-US", "12", "\u00E9s"})
    void refusesWhatIsNoLanguage(String language) {
        assertRefused("language", language);
    }

    @Test
    void needsNeitherTestIdNorOrgNumber() {
        OrderRequest order = OrderRequest.of(OrderForm.individual());

        assertThat(order.isTest()).isFalse();
        assertThat(order.orgNumber()).isNull();
    }

    @Test
    void namesAllFieldsAtFaultAtOnce() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() ->
                        OrderRequest.of(JsonObject.of("name", 7, "orgNumber", "12", "testId", -1)))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().kind()).isEqualTo(Kind.INVALID);
                    assertThat(refusal.problem().errors())
                            .contains(new FieldError("name", "name is needed."))
                            .extracting(FieldError::field)
                            .containsExactly(
                                    "name",
                                    "email",
                                    "phone",
                                    "street",
                                    "city",
                                    "customerType",
                                    "market",
                                    "products",
                                    "totalPrice",
                                    "orgNumber",
                                    "testId");
                });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t", "\u2003"})
    void takesABlankTextForAMissingOne(@Nullable String text) {
        assertRefused("street", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łódź",
                "李雷",
                "مريم",
                "🌵 & Söhne",
                "Robert'); DROP TABLE orders;--",
                "\"} mutation { x }",
                "${jndi:ldap://x}",
                "\u00E9"
            })
    void keepsTextsAsTheyWereTyped(String text) {
        assertThat(OrderForm.request("name", "  " + text + "\u00A0").name()).isEqualTo(text);
    }

    @ParameterizedTest
    @FieldSource("NO_AMOUNTS")
    void refusesAnAmountThatIsNoWholeNumberOrTooLarge(Object amount) {
        assertRefused("totalPrice", amount);
        assertRefused("testId", amount);
    }

    @Test
    void takesAnyAmountThatAPageCanHold() {
        assertThat(OrderForm.request("totalPrice", 0).totalPrice()).isEqualTo(new UsdCents(0));
        assertThat(OrderForm.request("totalPrice", 9_007_199_254_740_991L).totalPrice())
                .isEqualTo(new UsdCents(9_007_199_254_740_991L));
        assertThat(OrderForm.request("testId", null).testId()).isZero();
    }

    @ParameterizedTest
    @FieldSource("ORG_NUMBERS")
    void takesAnOrgNumberOf6To20DigitsAsNumberOrText(Object number) {
        OrgNumber expected = new OrgNumber(number.toString());

        assertThat(OrderForm.request("orgNumber", number).orgNumber()).isEqualTo(expected);
        assertThat(OrderForm.request("orgNumber", number.toString()).orgNumber())
                .isEqualTo(expected);
        assertThat(expected.number()).isEqualTo(number.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0001234567, 0001234567, 1234567",
        "000123, 000123, ",
        "' 556677-8899', 5566778899, 5566778899",
        "１２３４５６, 123456, 123456",
    })
    void keepsTheZerosInFrontOfAnOrgNumber(
            String typed, String digits, @Nullable BigInteger number) {
        OrgNumber read = requireNonNull(OrderForm.request("orgNumber", typed).orgNumber());

        assertThat(read.digits()).isEqualTo(digits);
        assertThat(read.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|Jean\u2011Luc\u00A0\u201CX\u201D|Jean-Luc \"X\"",
                "phone|\u202A+(52) 55 1234 5678\u202C|+(52) 55 1234 5678",
                "email|\u200Eann@example.com|ann@example.com",
            })
    void keepsWhatIsPastedInPlainCharacters(String field, String typed, String kept) {
        OrderRequest order = OrderForm.request(field, typed);

        assertThat(List.of(order.name(), order.phone(), order.email())).contains(kept);
    }

    @Test
    void namesTheCharacterThatCannotBeShown() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OrderForm.request("city", "Port\u001Bland"))
                .satisfies(refusal -> assertThat(refusal.problem().detail())
                        .isEqualTo("city must not contain U+001B (ESCAPE), which can't be shown in"
                                + " one line."));
    }

    @ParameterizedTest
    @FieldSource("NO_ORG_NUMBERS")
    void refusesAnyOtherOrgNumber(Object number) {
        assertRefused("orgNumber", number);
    }

    @ParameterizedTest
    @FieldSource("ABSENT")
    void takesAZeroForNoOrgNumber(Object number) {
        assertThat(OrderForm.request("orgNumber", number).orgNumber()).isNull();
    }

    @Test
    void countsARepeatedSkuAsQuantity() {
        Basket basket = OrderForm.request("products", " BB001, BB001 ,EX002").basket();

        assertThat(basket.skus()).containsExactly("BB001", "BB001", "EX002");
        assertThat(basket).hasToString("BB001,BB001,EX002");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ",,", "BB001,", ",BB001", "BB001,,LB001", " , "})
    void refusesABasketWithNothingInIt(String products) {
        assertRefused("products", products);
    }

    private static void assertRefused(String field, @Nullable Object value) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> OrderForm.request(field, value))
                .satisfies(
                        refusal -> assertThat(OrderForm.fieldsOf(refusal)).containsExactly(field));
    }
}
