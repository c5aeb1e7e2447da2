package com.acmecorp.stock;

import com.acmecorp.events.OrderPlaced;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.party.PartyClient;
import com.acmecorp.platform.sandbox.Sandbox;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The stock context.
 *
 * <p>Consumes OrderPlaced and asks the stockist for the goods. Offers stock, by which a late
 * stockist, or a person, says that they have come. What it writes emits StockCreated. It owns the
 * dealings with the stockist and no data.
 */
public final class StockVerticle extends VerticleBase {

    private final StockConfig config;
    private final Platform platform;

    public StockVerticle(StockConfig config, Platform platform) {
        this.config = config;
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        RecordStock recordStock = new RecordStock(platform.database());
        RequestGoods requestGoods = new RequestGoods(stockist(), recordStock);
        return Future.all(
                platform.useCases().offer("stock", recordStock::handle),
                platform.subscriber()
                        .subscribe("stock.request-goods", OrderPlaced.class, requestGoods::on));
    }

    private Stockist stockist() {
        return config.stockist().isSet()
                ? new HttpStockist(
                        PartyClient.of(vertx, platform.health(), "the stockist", config.stockist()))
                : sandbox();
    }

    private Stockist sandbox() {
        Sandbox sandbox = new Sandbox(
                vertx,
                "the stockist",
                config.sandbox(),
                () -> ThreadLocalRandom.current().nextDouble());
        return new SandboxStockist(sandbox, config.laterShare());
    }
}
