package com.acmecorp.database.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;

import org.junit.jupiter.api.Test;

import java.util.Currency;
import java.util.List;

class EntryTest {

    private static final OrderId ID = new OrderId(86_757);
    private static final UsdCents TOTAL = new UsdCents(30_000);
    private static final Currency MXN = Currency.getInstance("MXN");
    private static final Currency USD = Currency.getInstance("USD");

    @Test
    void whatWasPaidIsCashAtItsProviderInItsCurrency() {
        Entry sale = Entry.paidSale(ID, TOTAL, "El Banco Blanco", new Money(600_000, MXN));

        assertThat(sale.lines())
                .containsExactly(
                        new Line("cash at El Banco Blanco", 600_000, MXN),
                        new Line("deferred revenue", -600_000, MXN));
        assertThat(sale.invoiceNumber()).isNull();
        assertThat(sale.total()).isEqualTo(TOTAL);
    }

    @Test
    void whatIsInvoicedIsOwedToUs() {
        Entry sale = Entry.invoicedSale(ID, TOTAL, null);

        assertThat(sale.lines())
                .containsExactly(
                        new Line("receivable", 30_000, USD),
                        new Line("deferred revenue", -30_000, USD));
        assertThat(sale.invoiceNumber()).isEqualTo("INV-86757");
    }

    @Test
    void anInvoiceIsOwedInTheCurrencyThatItHad() {
        Entry sale = Entry.invoicedSale(ID, TOTAL, new Money(600_000, MXN));

        assertThat(sale.lines())
                .containsExactly(
                        new Line("receivable", 600_000, MXN),
                        new Line("deferred revenue", -600_000, MXN));
    }

    @Test
    void aReversalUndoesItsSale() {
        Entry sale = Entry.invoicedSale(ID, TOTAL, null);

        Entry reversal = sale.reversal();

        assertThat(reversal.kind()).isEqualTo(Entry.Kind.REVERSAL);
        assertThat(reversal.lines())
                .containsExactly(
                        new Line("receivable", -30_000, USD),
                        new Line("deferred revenue", 30_000, USD));
    }

    @Test
    void whatWasPaidIsOwedFromTheReversalToTheRefund() {
        Money paid = new Money(600_000, MXN);

        assertThat(Entry.paidSale(ID, TOTAL, "El Banco Blanco", paid)
                        .reversalOwed()
                        .lines())
                .containsExactlyInAnyOrder(
                        new Line("refunds payable", -600_000, MXN),
                        new Line("deferred revenue", 600_000, MXN));
        assertThat(Entry.refund(ID, TOTAL, "El Banco Blanco", paid).lines())
                .containsExactlyInAnyOrder(
                        new Line("refunds payable", 600_000, MXN),
                        new Line("cash at El Banco Blanco", -600_000, MXN));
    }

    @Test
    void debitsAreAlwaysCredits() {
        List<Line> uneven = List.of(new Line("receivable", 1, USD));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entry(ID, Entry.Kind.SALE, TOTAL, null, uneven))
                .withMessageContaining("receivable");
    }
}
