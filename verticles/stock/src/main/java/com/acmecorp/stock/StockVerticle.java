package com.acmecorp.stock;

import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderPlaced;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.party.PartyAudit;
import com.acmecorp.platform.party.PartyClient;
import com.acmecorp.platform.sandbox.Sandbox;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * The stock context.
 *
 * <p>Consumes OrderPlaced and asks the stockist for the goods, and OrderCancelled, which calls them
 * off. Offers stock, by which a late stockist, or a person, says that they have come, stockDelivered,
 * by which a stockist says so over the internet, and goodsReturned, by which a person says that those
 * of a cancelled order went back. What it writes emits StockCreated. It owns no data but the dealings
 * with the stockist, whose books it compares with ours.
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
        ReturnGoods returnGoods = new ReturnGoods(platform.database());
        Stockist stockist = stockist();
        RequestGoods requestGoods = new RequestGoods(stockist, recordStock);
        CancelGoods cancelGoods = new CancelGoods(stockist);
        PartyAudit audit =
                PartyAudit.of(vertx, platform, new StockistsBooks(stockist), config.stockist());
        audit.start();
        Function<Request, Future<JsonObject>> goodsCame = request ->
                recordStock.handle(request).onSuccess(noted -> audit.touched(request.orderId()));
        BelieveStockist believeStockist =
                new BelieveStockist(config.callbackSecret(), goodsCame, platform.clock());
        return Future.all(
                platform.useCases().offer("stock", goodsCame),
                platform.useCases().offer("stockDelivered", believeStockist::handle),
                platform.useCases().offer("goodsReturned", returnGoods::handle),
                platform.subscriber()
                        .subscribe(
                                "stock.request-goods",
                                OrderPlaced.class,
                                audit.after(requestGoods::on)),
                platform.subscriber()
                        .subscribe(
                                "stock.cancel-goods",
                                OrderCancelled.class,
                                audit.after(cancelGoods::on)));
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
