package com.acmecorp.database.write;

import com.acmecorp.database.party.Difference;
import com.acmecorp.events.OrderId;

/** The goods that came for a cancelled order went back. */
public record ReturnGoods(OrderId orderId) implements Write<Boolean> {

    @Override
    public void need(UnitOfWork work) {
        work.differences().needGoods(orderId);
    }

    /** Answers whether there were any. */
    @Override
    public Boolean decide(UnitOfWork work) {
        boolean were = work.differences().hasGoods(orderId);
        if (were) {
            work.differences().end(Difference.GOODS, orderId);
        }
        return were;
    }
}
