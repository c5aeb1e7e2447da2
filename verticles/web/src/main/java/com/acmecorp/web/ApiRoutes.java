package com.acmecorp.web;

import static java.util.Objects.requireNonNull;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.web.openapi.ApiDocument;
import com.acmecorp.web.openapi.ApiOperation;
import com.acmecorp.web.openapi.Excerpt;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Mounts an API as its OpenAPI document promises it: whatever passes the intake goes to the call of
 * that name.
 */
record ApiRoutes(Router router, Cors cors, Intake intake) {

    /**
     * Adds the routes of a document.
     *
     * @param calls one for each of its operations
     * @throws IllegalArgumentException when an operation has no call, or a call no operation
     */
    void mount(ApiDocument document, Map<String, Call> calls) {
        List<String> promised =
                document.operations().stream().map(ApiOperation::id).sorted().toList();
        List<String> kept = calls.keySet().stream().sorted().toList();
        if (!promised.equals(kept)) {
            throw new IllegalArgumentException(
                    "promised are %s, answered are %s".formatted(promised, kept));
        }
        document.operations().stream()
                .collect(Collectors.groupingBy(
                        ApiOperation::route, LinkedHashMap::new, Collectors.toList()))
                .forEach((path, operations) -> mount(path, operations, calls));
    }

    private void mount(String path, List<ApiOperation> operations, Map<String, Call> calls) {
        router.route(path).handler(cors);
        operations.forEach(
                operation -> mount(operation, requireNonNull(calls.get(operation.id()))));
        String methods = operations.stream()
                .map(operation -> operation.method().name())
                .collect(Collectors.joining(", "));
        router.options(path).handler(context -> describe(context, methods));
        router.route(path).handler(context -> refuseMethod(context, methods));
    }

    private void mount(ApiOperation operation, Call call) {
        // Vert.x lets nothing else stand before the handler that reads the body.
        PlatformHandler head = context -> {
            if (!call.turnsAway(context)) {
                intake.checkHead(operation, context);
            }
        };
        Route route = router.route(operation.method(), operation.route()).handler(head);
        if (operation.body().isPresent()) {
            route.handler(intake.body());
        }
        route.handler(context -> call.answer(
                        new Exchange(operation.id(), context, intake.request(operation, context)))
                .onFailure(context::fail));
    }

    private void describe(RoutingContext context, String methods) {
        cors.preflight(context, methods);
        context.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ALLOW, methods)
                .end()
                .onFailure(context::fail);
    }

    private static void refuseMethod(RoutingContext context, String methods) {
        context.response().putHeader(HttpHeaders.ALLOW, methods);
        String detail = "%s takes %s, not %s."
                .formatted(
                        context.request().path(),
                        methods,
                        Excerpt.of(context.request().method().name()));
        context.fail(Problem.of(Kind.METHOD_NOT_ALLOWED, detail).asException());
    }
}
