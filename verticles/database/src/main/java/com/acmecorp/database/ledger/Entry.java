package com.acmecorp.database.ledger;

import com.acmecorp.events.Money;
import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;

import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.List;

/**
 * A business event in the books. An order has each kind once at most.
 *
 * @param total what the order is worth, in the shop's own currency
 * @param invoiceNumber only where an invoice is sent
 * @param lines the accounts that it moves; debits and credits are equal
 */
public record Entry(
        OrderId order,
        Kind kind,
        UsdCents total,
        @Nullable String invoiceNumber,
        List<Line> lines) {

    private static final Currency USD = Currency.getInstance("USD");
    private static final String RECEIVABLE = "receivable";
    private static final String DEFERRED_REVENUE = "deferred revenue";

    /** What happened. */
    public enum Kind {
        /** The order was placed. It is revenue only when it is delivered, so it is deferred. */
        SALE,
        /** The sale was taken back: its opposite, which leaves both to be seen. */
        REVERSAL
    }

    public Entry {
        lines = List.copyOf(lines);
        if (lines.stream().mapToLong(Line::amount).sum() != 0) {
            throw new IllegalArgumentException("debits are not credits: " + lines);
        }
    }

    /** A sale that was paid upfront: the provider holds the money for us. */
    public static Entry paidSale(OrderId order, UsdCents total, String provider, Money paid) {
        return sale(order, total, null, "cash at " + provider, paid);
    }

    /** A sale that is invoiced: the customer owes us the money. */
    public static Entry invoicedSale(OrderId order, UsdCents total) {
        return sale(order, total, "INV-" + order, RECEIVABLE, new Money(total.value(), USD));
    }

    private static Entry sale(
            OrderId order,
            UsdCents total,
            @Nullable String invoiceNumber,
            String debited,
            Money amount) {
        return new Entry(
                order,
                Kind.SALE,
                total,
                invoiceNumber,
                List.of(Line.debit(debited, amount), Line.credit(DEFERRED_REVENUE, amount)));
    }

    /** What undoes this sale. */
    public Entry reversal() {
        return new Entry(
                order,
                Kind.REVERSAL,
                total,
                invoiceNumber,
                lines.stream().map(Line::opposite).toList());
    }
}
