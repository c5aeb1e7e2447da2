package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.acmecorp.events.Markets;
import com.acmecorp.order.Settlement.Invoice;
import com.acmecorp.order.Settlement.PayUpfront;
import com.acmecorp.platform.problem.ProblemException;

import org.junit.jupiter.api.Test;

class SegmentsTest {

    private final Segments segments = Segments.acme(Markets.acme());

    @Test
    void settleAsTheContractSays() {
        assertThat(segments.require("B2B", "US").settlement()).isEqualTo(new Invoice());
        assertThat(segments.require("B2C", "US").settlement())
                .isEqualTo(new PayUpfront("Blank of America"));
        assertThat(segments.require("B2C", "MX").settlement())
                .isEqualTo(new PayUpfront("El Banco Blanco"));
        assertThat(segments.all()).hasSize(3);
    }

    @Test
    void nameThoseWhomWeServeToAllOthers() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> segments.require("B2B", "MX"))
                .withMessageContaining(
                        "We don't sell to B2B in MX yet; we do to B2B in US, B2C in US, B2C in MX.");
    }

    @Test
    void nameTheFieldAtFault() {
        assertThat(fieldAtFault("B2B", "MX")).isEqualTo("market");
        assertThat(fieldAtFault("B2C", "CA")).isEqualTo("market");
        assertThat(fieldAtFault("C2C", "US")).isEqualTo("customerType");
    }

    private String fieldAtFault(String customerType, String market) {
        return assertThrows(ProblemException.class, () -> segments.require(customerType, market))
                .problem()
                .errors()
                .getFirst()
                .field();
    }

    @Test
    void knowWhoMayBuyWhereAndWhoTakesTheMoney() {
        assertThat(segments.customerTypesIn("US")).containsExactly("B2B", "B2C");
        assertThat(segments.customerTypesIn("MX")).containsExactly("B2C");
        assertThat(segments.customerTypesIn("CA")).isEmpty();
        assertThat(segments.paymentProviders())
                .containsExactly("Blank of America", "El Banco Blanco");
    }
}
