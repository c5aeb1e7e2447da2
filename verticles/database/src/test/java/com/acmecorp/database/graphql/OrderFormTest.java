package com.acmecorp.database.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.acmecorp.database.order.Facts;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.Settlement;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

class OrderFormTest {

    private static final OrderId ID = new OrderId(86_757);

    private final Map<String, Object> given = new HashMap<>(Map.of(
            "name", "Ana Niño 🌵",
            "email", "ana.o'neill+plants@mail.example.com",
            "phone", "+52 (55) 1234-5678 ext. 12",
            "street", "Calle 1 #5/B, piso 2º",
            "city", "Puebla (Centro)",
            "customerType", "B2C",
            "market", "MX",
            "products", "BB001, LB001",
            "totalPrice", 30_000L,
            "testId", 7L));

    private Facts facts() {
        return new Arguments(given).facts(ID, Instant.EPOCH);
    }

    @Test
    void readsWhatPeopleAreCalledAndWhereTheyLive() {
        given.put("orgNumber", new BigInteger("99999999999999999999"));

        Facts facts = facts();

        assertThat(facts.orderId()).isEqualTo(ID);
        assertThat(facts.contact().name()).isEqualTo("Ana Niño 🌵");
        assertThat(facts.contact().street()).isEqualTo("Calle 1 #5/B, piso 2º");
        assertThat(facts.orgNumber()).isEqualTo("99999999999999999999");
        assertThat(facts.testId()).isEqualTo(7);
    }

    @Test
    void takesZeroForNoOrganizationNumber() {
        given.put("orgNumber", BigInteger.ZERO);

        assertThat(facts().orgNumber()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "email",
                "phone",
                "street",
                "city",
                "customerType",
                "market",
                "products"
            })
    void refusesATextThatIsEmptyTooLongOrCannotBeShown(String field) {
        for (String wrong : new String[] {"", "  ", "x".repeat(2_001), "two\nlines", "a\u0007"}) {
            given.put(field, wrong);
            assertRefused(field);
        }
    }

    @Test
    void keepsStatePostalCodeAndLanguageThatWereTold() {
        assertThat(facts().contact().state()).isNull();
        given.put("state", " Yucata\u0301n ");
        given.put("postalCode", "");
        given.put("language", "ES");

        assertThat(facts().contact().state()).isEqualTo("Yucat\u00E1n");
        assertThat(facts().contact().postalCode()).isNull();
        assertThat(facts().contact().language()).isEqualTo("es");
        assertThat(facts().created(Instant.EPOCH, Settlement.PAID).state())
                .isEqualTo("Yucat\u00E1n");
    }

    @Test
    void refusesAStateThatIsTooLongAndALanguageThatWeDoNotWrite() {
        given.put("state", "x".repeat(51));
        assertRefused("state");
        given.put("state", "HI");
        given.put("language", "fr");
        assertRefused("language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "phone", "customerType", "market", "products"})
    void refusesAProgramWhereAFormIsKnown(String field) {
        for (String wrong : new String[] {
            "'; DROP TABLE orders; --",
            "{ __schema { types { name } } }",
            "<script>alert(1)</script>",
            "${jndi:ldap://example.com}"
        }) {
            given.put(field, wrong);
            assertRefused(field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE orders; --", "<b>Bold</b> & {Sons}", "\"Bud\" `x` $5"})
    void keepsANameWhateverProgramsMakeOfIt(String name) {
        given.put("name", name);

        assertThat(facts().contact().name()).isEqualTo(name);
    }

    @Test
    void keepsAnOrganizationNumberWithTheZerosInFront() {
        given.put("orgNumber", new BigInteger("1234567"));
        assertThat(facts().orgNumberText()).isEqualTo("1234567");

        given.put("orgNumberText", "000123-4567");
        assertThat(facts().orgNumberText()).isEqualTo("0001234567");
        assertThat(facts().orgNumber()).isEqualTo("1234567");

        given.put("orgNumberText", "12345");
        assertRefused("orgNumberText");
    }

    /** The shop took such an address once; no accepted order may end here. */
    @Test
    void placesAnOrderWhoseAddressNoServerTakes() {
        given.put("email", "a".repeat(100) + "@example.com");

        assertThat(facts().contact().email()).hasSize(112);
    }

    @ParameterizedTest
    @CsvSource({
        "email, nobody",
        "email, 'ann@example.com,eve@example.com'",
        "customerType, b2c",
        "market, USA",
        "market, XX",
        "market, us"
    })
    void refusesTextsOfAnotherForm(String field, String wrong) {
        given.put(field, wrong);
        assertRefused(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "12345", "99999", "100000000000000000000"})
    void refusesOrganizationNumbersOfTooFewOrTooManyDigits(String number) {
        given.put("orgNumber", new BigInteger(number));
        assertRefused("orgNumber");
    }

    @ParameterizedTest
    @ValueSource(strings = {"totalPrice", "testId"})
    void refusesNegativeNumbers(String field) {
        given.put(field, -1L);
        assertRefused(field);
    }

    @Test
    void refusesAMomentBeforeTheEpoch() {
        given.put("acceptedAtMs", -1L);

        assertNames(
                "acceptedAtMs",
                assertThrows(
                        ProblemException.class,
                        () -> new Arguments(given).instant("acceptedAtMs")));
    }

    private void assertRefused(String field) {
        assertNames(field, assertThrows(ProblemException.class, this::facts, field));
    }

    private static void assertNames(String field, ProblemException refusal) {
        Problem problem = refusal.problem();
        assertThat(problem.kind()).isEqualTo(Kind.INVALID);
        assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly(field);
    }
}
