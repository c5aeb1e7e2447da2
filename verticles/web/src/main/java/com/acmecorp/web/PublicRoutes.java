package com.acmecorp.web;

import com.acmecorp.platform.usecase.UseCases;
import com.acmecorp.web.openapi.ApiDocument;
import com.acmecorp.web.site.Site;

import io.vertx.ext.web.Router;

import java.util.Map;

/**
 * What customers reach: the API that {@code public.yaml} promises, and for all other paths the
 * shop's pages.
 */
record PublicRoutes(UseCases useCases, StatusStreams streams, Site shop) {

    void mount(Router router, ApiDocument document, WebConfig config) {
        Call useCase = new UseCaseCall(useCases);
        new ApiRoutes(router, new Cors(config.corsOrigins()), Intake.upTo(config.maxBodyBytes()))
                .mount(
                        document,
                        Map.of(
                                "createOrder", useCase,
                                "orderOutcome", useCase,
                                "cancelOrder", useCase,
                                "deliveryTimes", useCase,
                                "bookDelivery", useCase,
                                "products", useCase,
                                "orderStatus", streams));
        router.route().handler(shop);
    }
}
