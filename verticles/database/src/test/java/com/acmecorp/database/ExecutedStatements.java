package com.acmecorp.database;

import io.vertx.core.Context;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Notes which statements the server has carried out, as the database client reports them to whoever traces. */
final class ExecutedStatements implements VertxTracer<Void, String> {

    private final Set<String> shapes = ConcurrentHashMap.newKeySet();

    /** All of them so far, each in the {@link #shape} that it has in every size. */
    Set<String> shapes() {
        return Set.copyOf(shapes);
    }

    /** The statement with its lists of question marks shortened, on one line. */
    static String shape(String sql) {
        return sql.replaceAll("\\s+", " ")
                .replaceAll("\\(\\?(, \\?)*\\)(, \\(\\?(, \\?)*\\))*", "(…)")
                .strip();
    }

    @Override
    public <R> @Nullable String sendRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            BiConsumer<String, String> headers,
            TagExtractor<R> tags) {
        return tags.extract(request).get("db.query.text");
    }

    @Override
    public <R> void receiveResponse(
            Context context,
            @Nullable R response,
            @Nullable String sql,
            @Nullable Throwable failure,
            TagExtractor<R> tags) {
        if (sql != null && failure == null) {
            shapes.add(shape(sql));
        }
    }
}
