package com.acmecorp.planted.simulators;

import com.acmecorp.planted.order.LooksIntoStock;

import org.jspecify.annotations.Nullable;

/** Another company that looks into our house. */
public record KnowsAContext(@Nullable LooksIntoStock ours) {}
