package com.acmecorp.app;

import com.acmecorp.platform.Platform;
import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.database.BusDatabaseClient;
import com.acmecorp.platform.database.DatabaseClient;
import com.acmecorp.platform.database.HttpDatabaseClient;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.time.TimeSync;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

import java.net.URI;
import java.util.List;

/**
 * How the contexts of this process reach the database context: over the bus where it runs here, else over its private
 * HTTP API.
 *
 * @param url of that API; empty: over the bus
 * @param key of that API
 * @param connections to that API at most
 */
record DatabaseAccess(String url, String key, int connections) {

    private static final String DATABASE = "database";
    private static final Operation PING = new Operation("query Ping { __typename }");

    /**
     * Reads the settings that this process' database context shares with those who look for it elsewhere.
     *
     * @param contexts that run here
     * @param eventsStayHere whether all who take part must be in this process
     */
    static DatabaseAccess from(Settings settings, List<String> contexts, boolean eventsStayHere) {
        String url = settings.given("database.url").orElse("");
        boolean remote = url.startsWith("http:") || url.startsWith("https:");
        if (remote && !hasHost(url)) {
            settings.error(
                    "database.url",
                    "expected a URL such as http://host:8081/database, found " + url);
        } else if (remote && contexts.contains(DATABASE)) {
            settings.error(
                    "database.url",
                    "is the API of another process, but the database context runs in this one, where it needs mysql://host:port/schema");
        } else if (!remote && !contexts.contains(DATABASE) && !eventsStayHere) {
            settings.error(
                    "database.url",
                    "is needed where the database context runs elsewhere, such as http://host:8081/database");
        }
        return new DatabaseAccess(
                remote ? url : "",
                settings.given("database.password").orElse(""),
                settings.number(
                        "database.httpConnections",
                        "connections to an API at most",
                        64,
                        1,
                        10_000));
    }

    private static boolean hasHost(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean isRemote() {
        return !url.isEmpty();
    }

    /** Where the database is another process', this one isn't well without it, and has its time from there. */
    Future<?> join(Vertx vertx, Platform platform) {
        return isRemote()
                ? offerHealth(platform).compose(offered -> keepTime(vertx, platform))
                : Future.succeededFuture();
    }

    private static Future<Void> offerHealth(Platform platform) {
        return platform.health()
                .offer(
                        DATABASE,
                        () -> platform.database()
                                .execute(PING, new JsonObject())
                                .map(alive -> new JsonObject()));
    }

    /** A process may be up before the database's: until that is there, it goes by the machine's time. */
    private static Future<?> keepTime(Vertx vertx, Platform platform) {
        TimeSync time = new TimeSync(vertx, new RemoteTime(platform.database()));
        return time.offerHealth(platform.health())
                .compose(offered -> time.start().otherwiseEmpty());
    }

    DatabaseClient client(Vertx vertx, PlatformConfig limits) {
        return isRemote()
                ? new HttpDatabaseClient(vertx, url, key, connections, limits.databaseTimeoutMs())
                : new BusDatabaseClient(vertx, limits.databaseTimeoutMs());
    }
}
