package com.acmecorp.planted.events;

import com.acmecorp.planted.platform.KnowsAContext;

/** Events that know the platform. */
public record KnowsThePlatform(KnowsAContext platform) {}
