package com.acmecorp.database.journal;

import io.vertx.core.Future;

/** A look for work whose time has come. */
interface Sweep {

    /** Does some of it, and answers how much; 0 when there was none. */
    Future<Integer> sweep();
}
