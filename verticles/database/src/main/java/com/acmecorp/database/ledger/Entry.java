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
    private static final String REFUNDS_PAYABLE = "refunds payable";

    /** What happened. */
    public enum Kind {
        /** The order was placed. It is revenue only when it is delivered, so it is deferred. */
        SALE,
        /** The sale was taken back: its opposite, which leaves both to be seen. What was paid is owed from then on. */
        REVERSAL,
        /** What was paid has gone back. */
        REFUND
    }

    public Entry {
        lines = List.copyOf(lines);
        if (lines.stream().mapToLong(Line::amount).sum() != 0) {
            throw new IllegalArgumentException("debits are not credits: " + lines);
        }
    }

    /** A sale that was paid upfront: the provider holds the money for us. */
    public static Entry paidSale(OrderId order, UsdCents total, String provider, Money paid) {
        return sale(order, total, null, cashAt(provider), paid);
    }

    /**
     * A sale that is invoiced: the customer owes us the money.
     *
     * @param invoiced null for an order of before that was kept; those were all invoiced in US dollars
     */
    public static Entry invoicedSale(OrderId order, UsdCents total, @Nullable Money invoiced) {
        Money owed = invoiced == null ? new Money(total.value(), USD) : invoiced;
        return sale(order, total, "INV-" + order, RECEIVABLE, owed);
    }

    /** The provider gave a cancelled order's money back. */
    public static Entry refund(OrderId order, UsdCents total, String provider, Money paid) {
        return new Entry(
                order,
                Kind.REFUND,
                total,
                null,
                List.of(Line.debit(REFUNDS_PAYABLE, paid), Line.credit(cashAt(provider), paid)));
    }

    private static String cashAt(String provider) {
        return "cash at " + provider;
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
        return reversal(lines.stream().map(Line::opposite).toList());
    }

    /** What undoes this sale while the provider still has the money, which is the customer's now. */
    public Entry reversalOwed() {
        return reversal(lines.stream()
                .map(Line::opposite)
                .map(line -> line.amount() < 0 ? line.on(REFUNDS_PAYABLE) : line)
                .toList());
    }

    private Entry reversal(List<Line> opposites) {
        return new Entry(order, Kind.REVERSAL, total, invoiceNumber, opposites);
    }
}
