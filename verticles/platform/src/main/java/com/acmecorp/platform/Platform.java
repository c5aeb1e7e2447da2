package com.acmecorp.platform;

import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.events.EventPublisher;
import com.acmecorp.platform.events.Subscriber;
import com.acmecorp.platform.health.HealthChecks;
import com.acmecorp.platform.links.LinkTokens;
import com.acmecorp.platform.usecase.UseCases;

import java.time.Clock;

/**
 * What a context is given to work with. Nothing here tells it whether the others run in this process.
 *
 * @param publisher where the journal's events go
 * @param subscriber where it listens for events
 * @param database the way to the data
 * @param useCases where it offers what can be asked of it
 * @param health where it tells how it is
 * @param links tokens of the links that customers get
 * @param clock the time that all processes share; nothing goes by the machine's own
 */
public record Platform(
        EventPublisher publisher,
        Subscriber subscriber,
        DatabaseClient database,
        UseCases useCases,
        HealthChecks health,
        LinkTokens links,
        Clock clock) {}
