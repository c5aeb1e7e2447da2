package com.acmecorp.app;

import com.acmecorp.aws.AwsConfig;
import com.acmecorp.aws.EventBridgeTransport;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.events.BusEventPublisher;
import com.acmecorp.platform.events.BusSubscriber;
import com.acmecorp.platform.events.BusTransport;
import com.acmecorp.platform.events.Transport;

import io.vertx.core.Vertx;

import java.util.List;

/**
 * How this process' events travel; each transport is a line here.
 *
 * @param transport {@code bus} or {@code eventbridge}
 * @param aws read and checked always, used by {@code eventbridge} only
 */
record EventsConfig(String transport, AwsConfig aws) {

    private static final String BUS = "bus";
    private static final String EVENTBRIDGE = "eventbridge";

    static EventsConfig from(Settings settings) {
        String transport = settings.choice(
                "events.transport",
                "`bus` (inside this process) or `eventbridge` (through AWS)",
                BUS,
                List.of(BUS, EVENTBRIDGE));
        return new EventsConfig(transport, AwsConfig.from(settings, transport.equals(EVENTBRIDGE)));
    }

    /** Whether events stay in this process. */
    boolean local() {
        return transport.equals(BUS);
    }

    Transport transport(Vertx vertx, PlatformConfig limits) {
        return local()
                ? new BusTransport(
                        new BusEventPublisher(vertx, limits.replyTimeoutMs()),
                        new BusSubscriber(vertx, limits.handlerTimeoutMs()))
                : new EventBridgeTransport(vertx, aws, limits.handlerTimeoutMs());
    }
}
