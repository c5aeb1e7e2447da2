package com.acmecorp.delivery;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.events.OrderId;
import com.acmecorp.platform.sandbox.Sandbox;

import io.vertx.core.Future;

import java.time.Instant;
import java.util.List;

/** A partner whose vans drive by a rule and have room for everything. */
final class SandboxDeliveryPartner implements DeliveryPartner {

    private final SlotRule rule;
    private final Sandbox sandbox;

    SandboxDeliveryPartner(SlotRule rule, Sandbox sandbox) {
        this.rule = rule;
        this.sandbox = sandbox;
    }

    @Override
    public Future<List<DeliveryTime>> offers(Instant asked) {
        return sandbox.call().map(answered -> rule.slotsFor(asked));
    }

    @Override
    public Future<Void> reserve(OrderId order, DeliveryTime slot) {
        return sandbox.call();
    }

    @Override
    public Future<Void> release(OrderId order) {
        return sandbox.call();
    }
}
