package com.acmecorp.operations.alert;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;

/** Tells whoever takes Slack's kind of messages: {@code {"text": …}}. */
public record WebhookSink(WebClient client, String url) implements Sink {

    private static final long TIMEOUT_MS = 5_000;

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Future<?> tell(Notice notice) {
        return client.postAbs(url)
                .timeout(TIMEOUT_MS)
                .sendJsonObject(JsonObject.of("text", notice.line()))
                .compose(WebhookSink::requireSuccess);
    }

    private static Future<?> requireSuccess(HttpResponse<?> answer) {
        int status = answer.statusCode();
        return status >= 200 && status < 300
                ? Future.succeededFuture()
                : Future.failedFuture("it answered with status " + status);
    }
}
