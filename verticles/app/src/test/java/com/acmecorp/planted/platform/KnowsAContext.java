package com.acmecorp.planted.platform;

import com.acmecorp.planted.stock.DoesEverythingItself;

/** A platform that knows a context. */
public record KnowsAContext(DoesEverythingItself context) {}
