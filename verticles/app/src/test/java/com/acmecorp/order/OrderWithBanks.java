package com.acmecorp.order;

import com.acmecorp.order.payment.PaymentProvider;
import com.acmecorp.platform.Platform;

import java.util.function.Function;

/** The order context as it is, with a test's banks in place of its own. */
public final class OrderWithBanks extends OrderVerticle {

    private final Function<String, PaymentProvider> banks;

    /**
     * The context with those banks.
     *
     * @param banks by the name of a payment provider
     */
    public OrderWithBanks(
            OrderConfig config, Platform platform, Function<String, PaymentProvider> banks) {
        super(config, platform);
        this.banks = banks;
    }

    @Override
    PaymentProvider provider(String name) {
        return banks.apply(name);
    }

    @Override
    PaymentProvider sandbox(String name) {
        return banks.apply(name);
    }
}
