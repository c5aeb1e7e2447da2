package com.acmecorp.database;

import com.acmecorp.platform.Platform;

import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/** The database context as it is, on a test's pool: no server is started, and the schema is there already. */
public final class DatabaseOnPool implements Deployable {

    private final DatabaseVerticle verticle;
    private final Pool pool;

    public DatabaseOnPool(DatabaseConfig config, Platform platform, Pool pool) {
        this.verticle = new DatabaseVerticle(config, platform);
        this.pool = pool;
    }

    @Override
    public Future<?> deploy(Context context) {
        verticle.init(context.owner(), context);
        return verticle.run(Pools.of(pool));
    }
}
