package com.acmecorp.planted.aws;

import com.acmecorp.planted.order.LooksIntoStock;

/** A transport that knows a context. */
public record KnowsWhoListens(LooksIntoStock context) {}
