package com.acmecorp.app.simulation;

import com.acmecorp.platform.Platform;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Subscriber;

import io.vertx.core.Vertx;

/** What stands between a node's contexts and the bus of their node. */
interface Wiring {

    /** What the contexts are given in place of what would work without fail. */
    Platform platform(Node node, Vertx vertx, Platform reliable);

    /** The transport and the database of a world full of troubles, watched. */
    static Wiring through(World world) {
        return (node, vertx, reliable) -> with(
                reliable,
                new UnreliablePublisher(
                        reliable.publisher(), vertx, world.faults().transport()),
                world.mistake()
                        .subscriber()
                        .apply(new WatchedSubscriber(node, world, reliable.subscriber())),
                new UnreliableDatabase(
                        reliable.database(), vertx, world.faults().database()));
    }

    /** That platform with these ports. */
    static Platform with(
            Platform platform,
            EventPublisher publisher,
            Subscriber subscriber,
            DatabaseClient database) {
        return new Platform(
                publisher,
                subscriber,
                database,
                platform.useCases(),
                platform.health(),
                platform.links(),
                platform.clock());
    }
}
