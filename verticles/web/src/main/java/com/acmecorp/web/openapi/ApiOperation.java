package com.acmecorp.web.openapi;

import com.google.re2j.Pattern;

import io.vertx.core.http.HttpMethod;

import java.util.Map;
import java.util.Optional;

/**
 * One call that an OpenAPI document promises.
 *
 * @param id the name of the use case that answers it
 * @param headers checks of the headers that it knows; none of them is required
 * @param parameters check of the parameters in its path and query, each a text; empty when it knows
 *     none, and whatever stands there is ignored
 * @param body check of its JSON body; empty when it takes none
 */
public record ApiOperation(
        String id,
        HttpMethod method,
        String path,
        Map<String, Rule> headers,
        Optional<Rule> parameters,
        Optional<Rule> body) {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    public ApiOperation {
        headers = Map.copyOf(headers);
        if (parameters.isPresent() && body.isPresent()) {
            throw new IllegalArgumentException(id + " has a body, so no parameters are read");
        }
    }

    /** Its path as a router of Vert.x takes it. */
    public String route() {
        return PARAMETER.matcher(path).replaceAll(":$1");
    }
}
