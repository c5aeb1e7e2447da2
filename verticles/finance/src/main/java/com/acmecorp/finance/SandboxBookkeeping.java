package com.acmecorp.finance;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.sandbox.Sandbox;
import com.acmecorp.platform.sandbox.SandboxBooks;

import io.vertx.core.Future;

/** Books that take every entry. A sale that was taken back stays so, even if it is entered after that. */
final class SandboxBookkeeping implements Bookkeeping {

    private final Sandbox sandbox;
    private final SandboxBooks<BookedSale> books = new SandboxBooks<>();

    SandboxBookkeeping(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Future<Void> enter(OrderId order, UsdCents totalPrice, TraceParent trace) {
        return sandbox.call(() -> books.keep(order, () -> new BookedSale.Entered(totalPrice)))
                .mapEmpty();
    }

    @Override
    public Future<Void> reverse(OrderId order, UsdCents totalPrice, TraceParent trace) {
        return sandbox.call(() -> books.put(order, new BookedSale.Reversed())).mapEmpty();
    }

    @Override
    public Future<BookedSale> find(OrderId order) {
        return sandbox.call()
                .map(asked -> books.find(order).orElseGet(() -> new BookedSale.Unknown()));
    }
}
