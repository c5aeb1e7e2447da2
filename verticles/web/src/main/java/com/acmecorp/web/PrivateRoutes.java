package com.acmecorp.web;

import static java.util.Map.entry;

import com.acmecorp.events.SiteHeaders;
import com.acmecorp.platform.Platform;
import com.acmecorp.web.openapi.ApiDocument;
import com.acmecorp.web.site.Site;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.graphql.GraphiQLHandler;
import io.vertx.ext.web.handler.graphql.GraphiQLHandlerOptions;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What operators reach: the API that {@code private.yaml} promises, and the pages of their tools.
 */
record PrivateRoutes(Platform platform, Site tools) {

    /**
     * GraphiQL writes styles and a script into its page, mails bring styles along. Nothing comes
     * from elsewhere and nothing goes there.
     */
    static final SiteHeaders HEADERS = SiteHeaders.shop()
            .withPolicy(List.of(
                    "default-src 'self'",
                    "script-src 'self' 'unsafe-inline'",
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data:",
                    "font-src 'self' data:",
                    "frame-ancestors 'none'",
                    "base-uri 'none'"));

    private static final String GRAPHIQL = "/graphiql*";

    void mount(Vertx vertx, Router router, ApiDocument document, WebConfig config) {
        Call useCase = new TimelyCall(platform.useCases(), config.privateBudgetMs());
        Call patient = new UseCaseCall(platform.useCases());
        Call health = new HealthCall(platform.useCases());
        router.route().handler(new PrivateDoor(config.privateKey()));
        new ApiRoutes(router, new Cors(Set.of()), Intake.upTo(config.maxBodyBytes()))
                .mount(
                        document,
                        Map.ofEntries(
                                entry("database", new GraphQlCall(platform.database())),
                                entry("placeOrder", useCase),
                                entry("updateOrderStatus", useCase),
                                entry("settleRefund", useCase),
                                entry("askRefundAgain", useCase),
                                entry("stock", useCase),
                                entry("goodsReturned", useCase),
                                entry("finance", useCase),
                                entry("email", useCase),
                                entry("operator.correctContact", useCase),
                                entry("operator.newLinks", useCase),
                                entry("operator.sendMailAgain", useCase),
                                entry("operator.changeDelivery", useCase),
                                entry("operator.cancelOrder", useCase),
                                entry("operator.actions", useCase),
                                entry("inbox", useCase),
                                entry("inbox.mail", patient),
                                entry("alerts", useCase),
                                entry("metrics", new TextCall(platform.useCases())),
                                entry("deadLetters", useCase),
                                entry("replay", useCase),
                                entry("replay.outcome", useCase),
                                entry("health", health),
                                entry("health.live", HealthCall.LIVE),
                                entry("health.ready", health)));
        if (config.graphiql()) {
            router.route(GRAPHIQL).handler(PrivateRoutes::protect).subRouter(graphiql(vertx));
        }
        router.route().handler(tools);
    }

    /** Vert.x brings GraphiQL along, complete: its page fetches nothing from elsewhere. */
    private static Router graphiql(Vertx vertx) {
        GraphiQLHandlerOptions options = new GraphiQLHandlerOptions()
                .setEnabled(true)
                .setGraphQLUri("/database")
                .setGraphQLWSEnabled(false);
        return GraphiQLHandler.create(vertx, options).router();
    }

    private static void protect(RoutingContext context) {
        context.response()
                .headers()
                .addAll(HEADERS.everyFile())
                .addAll(HEADERS.ofDocument(Set.of()));
        context.next();
    }
}
