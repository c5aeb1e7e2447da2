package com.acmecorp.order;

import com.acmecorp.events.Market;

/**
 * A customer type in a market: who may buy, and how the order is settled.
 *
 * @param customerType B2B, B2C, …
 */
record Segment(String customerType, Market market, Settlement settlement) {

    boolean is(String type, String marketCode) {
        return customerType.equals(type) && market.market().equals(marketCode);
    }

    @Override
    public String toString() {
        return customerType + " in " + market.market();
    }
}
