package com.acmecorp.app.systemtest;

/** How the clients of a rush ask again when the shop has no room for their order. */
enum Again {
    /** After as many seconds as the shop wished. */
    RETRY_AFTER,
    /** As soon as they have its answer. */
    AT_ONCE
}
