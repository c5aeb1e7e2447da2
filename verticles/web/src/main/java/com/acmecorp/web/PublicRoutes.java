package com.acmecorp.web;

import com.acmecorp.platform.usecase.UseCases;
import com.acmecorp.web.openapi.ApiDocument;
import com.acmecorp.web.site.Site;

import io.vertx.ext.web.Router;

import java.util.HashMap;
import java.util.Map;

/**
 * What customers reach: the API that {@code public.yaml} promises, and for all other paths the
 * shop's pages.
 */
record PublicRoutes(
        UseCases useCases, Call createOrder, StatusStreams streams, Limits limits, Site shop) {

    void mount(Router router, ApiDocument document, WebConfig config) {
        Call useCase = new UseCaseCall(useCases);
        new ApiRoutes(router, new Cors(config.corsOrigins()), Intake.upTo(config.maxBodyBytes()))
                .mount(
                        document,
                        limited(Map.of(
                                "createOrder", createOrder,
                                "orderOutcome", useCase,
                                "findOrder", UseCaseCall.accepting(useCases),
                                "cancelOrder", useCase,
                                "deliveryTimes", useCase,
                                "bookDelivery", useCase,
                                "products", useCase,
                                "orderStatus", streams)));
        router.route().handler(shop);
    }

    /** The stockist has one address for all orders; its calls are known by their signature. */
    private Map<String, Call> limited(Map<String, Call> calls) {
        Map<String, Call> limited = new HashMap<>(calls);
        limited.replaceAll((operation, call) -> new LimitedCall(operation, call, limits));
        limited.put("stockDelivered", new SignedCall(useCases));
        return limited;
    }
}
