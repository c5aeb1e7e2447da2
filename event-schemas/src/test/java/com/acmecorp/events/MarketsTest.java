package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Currency;
import java.util.List;
import java.util.Locale;

class MarketsTest {

    @ParameterizedTest
    @CsvSource({"US, USD, 15000", "MX, MXN, 300000"})
    void sellsInTheContractsMarketsAtTheirRates(String code, String currency, long minorUnits) {
        Market market = Markets.acme().find(code).orElseThrow();

        assertThat(market.localPrice(new UsdCents(15_000)))
                .isEqualTo(new Money(minorUnits, Currency.getInstance(currency)));
    }

    @Test
    void sellsNowhereElse() {
        assertThat(Markets.acme().all()).extracting(Market::market).containsExactly("US", "MX");
        assertThat(Markets.acme().find("CA")).isEmpty();
        assertThat(Markets.acme().orFirst("CA").market()).isEqualTo("US");
    }

    @ParameterizedTest
    @CsvSource({
        "CAD, 1.3725, 15000, 20588", // 205.875 dollars
        "CAD, 1.3725, 1, 1",
        "CAD, 1.3725, 0, 0",
        "JPY, 150, 15000, 22500", // no decimals
        "JPY, 150, 1, 2", // half a yen more than one
        "KWD, 0.3, 15000, 45000" // three decimals
    })
    void aFurtherMarketIsARowWithItsRate(
            String currency, String rate, long usdCents, long minorUnits) {
        Money price = market(currency, rate).localPrice(new UsdCents(usdCents));

        assertThat(price).isEqualTo(new Money(minorUnits, Currency.getInstance(currency)));
    }

    @Test
    void readsARowAsItStandsInTheFile() {
        Market market = market("CAD", "1.3725");

        assertThat(market.locale()).isEqualTo(Locale.CANADA);
        assertThat(market.zone()).hasToString("America/Toronto");
    }

    @Test
    void needsAMarket() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Markets(List.of()));
    }

    private static Market market(String currency, String rate) {
        return EventJson.read(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("market", "CA")
                        .put("name", "Canada")
                        .put("currency", currency)
                        .put("usdRate", rate)
                        .put("locale", "en-CA")
                        .put("zone", "America/Toronto")
                        .toString(),
                Market.class);
    }
}
