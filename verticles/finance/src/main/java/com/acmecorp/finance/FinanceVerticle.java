package com.acmecorp.finance;

import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderPlaced;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.party.PartyAudit;
import com.acmecorp.platform.party.PartyClient;
import com.acmecorp.platform.sandbox.Sandbox;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The finance context.
 *
 * <p>Consumes OrderPlaced and enters the sale in the books, and OrderCancelled, which takes it back;
 * offers finance, which enters a sale by hand. Emits nothing. It owns the ledger of the sales and the
 * dealings with the bookkeeper, whose books it compares with ours.
 */
public final class FinanceVerticle extends VerticleBase {

    private final FinanceConfig config;
    private final Platform platform;

    public FinanceVerticle(FinanceConfig config, Platform platform) {
        this.config = config;
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Bookkeeping books = bookkeeping();
        PartyAudit audit =
                PartyAudit.of(vertx, platform, new BookkeepersBooks(books), config.bookkeeper());
        BookSale bookSale = new BookSale(platform.database(), books);
        ReverseSale reverseSale = new ReverseSale(platform.database(), books);
        audit.start();
        return Future.all(
                platform.useCases().offer("finance", bookSale::handle),
                platform.subscriber()
                        .subscribe(
                                "finance.book-sale", OrderPlaced.class, audit.after(bookSale::on)),
                platform.subscriber()
                        .subscribe(
                                "finance.reverse-sale",
                                OrderCancelled.class,
                                audit.after(reverseSale::on)));
    }

    private Bookkeeping bookkeeping() {
        return config.bookkeeper().isSet()
                ? new HttpBookkeeping(PartyClient.of(
                        vertx, platform.health(), "the bookkeeper", config.bookkeeper()))
                : sandbox();
    }

    private Bookkeeping sandbox() {
        return new SandboxBookkeeping(new Sandbox(
                vertx,
                "the bookkeeper",
                config.sandbox(),
                () -> ThreadLocalRandom.current().nextDouble()));
    }
}
