package com.acmecorp.database.write;

import com.acmecorp.database.ledger.Entry;
import com.acmecorp.database.order.Order;
import com.acmecorp.events.OrderId;

import org.jspecify.annotations.Nullable;

/**
 * What a cancellation does to the books. Events come in any order: what is still to be entered before is entered here,
 * and who tells of it later finds it there. Whoever uses it needs the order, its payment, its refund and the ledger.
 */
final class Reversal {

    private Reversal() {}

    static void need(OrderId order, UnitOfWork work) {
        work.orders().need(order);
        work.payments().need(order);
        work.refunds().need(order);
        work.ledger().need(order);
    }

    /** Takes the sale back. Cash is left where it is while a refund is due: what we had, we owe now. */
    static void enter(Order order, UnitOfWork work) {
        Entry sale = BookSale.sale(order, work.payments().find(order.id()));
        if (!work.ledger().has(order.id(), Entry.Kind.SALE)) {
            work.ledger().enter(sale, work.now());
        }
        if (!work.ledger().has(order.id(), Entry.Kind.REVERSAL)) {
            boolean owed = movesCash(work.refunds().find(order.id()));
            work.ledger().enter(owed ? sale.reversalOwed() : sale.reversal(), work.now());
        }
    }

    /** The money has gone back. Without an order nothing of it was ever entered. */
    static void enterRefund(Refund refund, UnitOfWork work) {
        Order order = work.orders().find(refund.order());
        if (order != null) {
            enter(order, work);
            if (movesCash(refund) && !work.ledger().has(order.id(), Entry.Kind.REFUND)) {
                work.ledger()
                        .enter(
                                Entry.refund(
                                        order.id(),
                                        order.facts().totalPrice(),
                                        refund.provider(),
                                        refund.amount()),
                                work.now());
            }
        }
    }

    private static boolean movesCash(@Nullable Refund refund) {
        return refund != null && !refund.cashReversed();
    }
}
