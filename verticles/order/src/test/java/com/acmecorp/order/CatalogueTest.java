package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class CatalogueTest {

    private static final Product BONSAI =
            new Product("BB001", "Basic bonsai", new UsdCents(15_000));

    private final Catalogue catalogue = Catalogue.acme();

    @Test
    void sellsWhatTheContractSays() {
        assertThat(catalogue.products())
                .extracting(
                        Product::sku, Product::name, product -> product.price().toString())
                .containsExactly(
                        tuple("LB001", "Lush bracken", "$150"),
                        tuple("LB002", "Lush big leaf", "$180"),
                        tuple("EX001", "Exclusive decorative", "$300"),
                        tuple("EX002", "Exclusive bonsai", "$500"),
                        tuple("BB001", "Basic bonsai", "$150"),
                        tuple("BB002", "Basic big leaf", "$125"));
    }

    @ParameterizedTest
    @CsvSource({
        "BB001, 15000",
        "'BB001,LB001', 30000",
        "'BB002,BB002,BB002', 37500",
        "'EX002,EX001', 80000"
    })
    void addsUpABasket(String products, long usdCents) {
        assertThat(catalogue.price(Basket.parse(products))).isEqualTo(new UsdCents(usdCents));
    }

    @Test
    void namesWhatItDoesNotSellAndWhatItDoes() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> catalogue.price(Basket.parse("BB001,BL001")))
                .withMessageContaining("We don't sell BL001; on sale are LB001, LB002");
    }

    @Test
    void listsNothingTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalogue(List.of(BONSAI, BONSAI)))
                .withMessageContaining("BB001");
    }
}
