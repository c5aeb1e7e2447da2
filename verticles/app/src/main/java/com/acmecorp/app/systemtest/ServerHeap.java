package com.acmecorp.app.systemtest;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running system says of its heap. */
final class ServerHeap {

    private static final Pattern AFTER_COLLECTION =
            Pattern.compile("(?m)^acme_heap_after_collection_bytes (\\d+)$");
    private static final long MEGABYTE = 1 << 20;

    private final HttpClient http;
    private final RequestOptions metrics;

    ServerHeap(HttpClient http, String metrics, String key) {
        this.http = http;
        this.metrics = new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(metrics);
        if (!key.isEmpty()) {
            this.metrics.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
        }
    }

    /** What it held after its last collection; 0 where it doesn't say. */
    Future<Long> megabytes() {
        return http.request(metrics)
                .compose(HttpClientRequest::send)
                .compose(HttpClientResponse::body)
                .map(text -> {
                    Matcher found = AFTER_COLLECTION.matcher(text.toString());
                    return found.find() ? Long.parseLong(found.group(1)) / MEGABYTE : 0;
                })
                .otherwise(0L);
    }
}
