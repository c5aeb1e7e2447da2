package com.acmecorp.app;

import com.acmecorp.delivery.DeliveryConfig;
import com.acmecorp.finance.FinanceConfig;
import com.acmecorp.order.OrderConfig;
import com.acmecorp.order.payment.Banks;
import com.acmecorp.platform.config.Loopback;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.party.PartyConfig;
import com.acmecorp.stock.StockConfig;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * Another company that a context deals with.
 *
 * @param context that deals with it
 * @param setting that says where it is
 * @param address where it is; empty: nobody said so
 */
record Party(String name, String context, String setting, String address) {

    /** All there are, as the settings of their contexts have them. */
    static List<Party> all(Settings settings) {
        Banks banks = OrderConfig.from(settings).banks();
        Stream<Party> providers = OrderConfig.providers().stream()
                .sorted()
                .map(name -> of(name, banks.byName().get(name)));
        Stream<Party> others = Stream.of(
                of("the stockist", "stock", StockConfig.from(settings).stockist()),
                of("the bookkeeper", "finance", FinanceConfig.from(settings).bookkeeper()),
                of(
                        "the delivery partner",
                        "delivery",
                        DeliveryConfig.from(settings).partner()),
                new Party(
                        "the mail server",
                        "email",
                        "email.smtpHost",
                        settings.given("email.smtpHost").orElse("")));
        return Stream.concat(providers, others).toList();
    }

    private static Party of(String provider, @Nullable PartyConfig config) {
        return new Party(
                provider, "order", "order.paymentUrls", config == null ? "" : config.url());
    }

    private static Party of(String name, String context, PartyConfig config) {
        return new Party(name, context, context + ".url", config.url());
    }

    /** Whether it is played in this process. */
    boolean isSandbox() {
        return address.isEmpty() || PartyConfig.isSandbox(address);
    }

    boolean isUnsaid() {
        return address.isEmpty();
    }

    /** Whether nothing that it is told leaves this machine. */
    boolean isHere() {
        return isSandbox() || Loopback.isHost(address) || Loopback.isUrl(address);
    }
}
