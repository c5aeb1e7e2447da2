package com.acmecorp.order;

import com.acmecorp.events.UsdCents;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A plant on sale. */
record Product(
        String sku,
        String name,
        @JsonProperty("priceUsdCents") UsdCents price) {}
