package com.acmecorp.web.openapi;

import io.vertx.core.http.HttpMethod;

import java.util.Map;
import java.util.Optional;

/**
 * One call that an OpenAPI document promises.
 *
 * @param id the name of the use case that answers it
 * @param headers checks of the headers that it knows; none of them is required
 * @param query check of its query's parameters, each a text; empty when it knows none, and whatever
 *     stands there is ignored
 * @param body check of its JSON body; empty when it takes none
 */
public record ApiOperation(
        String id,
        HttpMethod method,
        String path,
        Map<String, Rule> headers,
        Optional<Rule> query,
        Optional<Rule> body) {

    public ApiOperation {
        headers = Map.copyOf(headers);
        if (query.isPresent() && body.isPresent()) {
            throw new IllegalArgumentException(id + " has a body, so its query isn't read");
        }
    }
}
