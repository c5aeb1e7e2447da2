package com.acmecorp.app;

import com.acmecorp.database.DatabaseConfig;
import com.acmecorp.database.DatabaseVerticle;
import com.acmecorp.delivery.DeliveryConfig;
import com.acmecorp.delivery.DeliveryVerticle;
import com.acmecorp.email.EmailConfig;
import com.acmecorp.email.EmailVerticle;
import com.acmecorp.finance.FinanceConfig;
import com.acmecorp.finance.FinanceVerticle;
import com.acmecorp.operations.OperationsConfig;
import com.acmecorp.operations.OperationsVerticle;
import com.acmecorp.order.OrderConfig;
import com.acmecorp.order.OrderVerticle;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.simulators.SimulatorsConfig;
import com.acmecorp.simulators.SimulatorsVerticle;
import com.acmecorp.stock.StockConfig;
import com.acmecorp.stock.StockVerticle;
import com.acmecorp.web.WebConfig;
import com.acmecorp.web.WebVerticle;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every context there is, in the order in which they start: the data first, the doors last. They stop in reverse. Before
 * them come the third parties where we play them, which are no context of ours.
 */
final class Contexts {

    static final String SIMULATORS = "simulators";

    private static final Context<?> OTHER_COMPANIES = new Context<>(
            SIMULATORS,
            SimulatorsConfig::from,
            (config, platform) -> new SimulatorsVerticle(config));

    private static final List<Context<?>> ALL = List.of(
            new Context<>("database", DatabaseConfig::from, DatabaseVerticle::new),
            new Context<>("order", OrderConfig::from, OrderVerticle::new),
            new Context<>("stock", StockConfig::from, StockVerticle::new),
            new Context<>("finance", FinanceConfig::from, FinanceVerticle::new),
            new Context<>("email", EmailConfig::from, EmailVerticle::new),
            new Context<>("delivery", DeliveryConfig::from, DeliveryVerticle::new),
            new Context<>("operations", OperationsConfig::from, OperationsVerticle::new),
            new Context<>("web", WebConfig::from, WebVerticle::new));

    private Contexts() {}

    static List<String> names() {
        return ALL.stream().map(Context::name).toList();
    }

    /** Reads the settings of all contexts, so that the settings of those that run elsewhere are checked, too. */
    static List<Context.Configured> read(Settings settings) {
        return Stream.concat(Stream.of(OTHER_COMPANIES), ALL.stream())
                .<Context.Configured>map(context -> context.read(settings))
                .toList();
    }
}
