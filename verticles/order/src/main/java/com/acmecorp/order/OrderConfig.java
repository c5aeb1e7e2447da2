package com.acmecorp.order;

import com.acmecorp.events.Markets;
import com.acmecorp.order.payment.Banks;
import com.acmecorp.order.payment.SandboxBehaviour;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SharedSettings;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of the order context.
 *
 * @param acceptTestOrders whether synthetic orders (testId above 0) may travel through this system
 * @param idBlock order ids that are fetched from the database at a time
 * @param paymentTimeoutMs after which a payment provider that hasn't answered has failed
 * @param paymentLeaseMs after which a payment that nobody settled is looked after by whoever finds it
 * @param changeCutoffHours before it begins, a booked delivery can't be changed by its customer
 * @param banks the providers that are called over HTTP; the others are sandboxes
 * @param payments how the sandbox providers behave
 */
public record OrderConfig(
        boolean acceptTestOrders,
        int idBlock,
        int paymentTimeoutMs,
        int paymentLeaseMs,
        int changeCutoffHours,
        Banks banks,
        SandboxBehaviour payments) {

    public static OrderConfig from(Settings settings) {
        int timeoutMs = settings.number(
                "order.paymentTimeoutMs", "a payment provider's answer", 5_000, 1, 60_000);
        int leaseMs = settings.number(
                "order.paymentLeaseMs",
                "after which a payment that was neither settled nor given back is looked after; more than its timeout",
                30_000,
                10,
                600_000);
        if (leaseMs <= timeoutMs) {
            settings.error("order.paymentLeaseMs", "must be more than order.paymentTimeoutMs");
        }
        return new OrderConfig(
                SharedSettings.acceptTestOrders(settings),
                settings.number(
                        "order.idBlock", "order numbers fetched at a time", 1000, 1, 1_000_000),
                timeoutMs,
                leaseMs,
                SharedSettings.changeCutoffHours(settings),
                Banks.from(settings, providers(), timeoutMs),
                SandboxBehaviour.from(settings));
    }

    /** The names of all payment providers. */
    public static Set<String> providers() {
        return Segments.acme(Markets.acme()).paymentProviders().collect(Collectors.toSet());
    }
}
