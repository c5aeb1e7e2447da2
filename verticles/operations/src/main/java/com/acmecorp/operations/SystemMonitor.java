package com.acmecorp.operations;

import com.acmecorp.operations.alert.AlertBook;
import com.acmecorp.operations.alert.AlertConfig;
import com.acmecorp.operations.alert.Alerting;
import com.acmecorp.operations.alert.LogSink;
import com.acmecorp.operations.alert.MailSink;
import com.acmecorp.operations.alert.NoticeQueue;
import com.acmecorp.operations.alert.Sink;
import com.acmecorp.operations.alert.Watch;
import com.acmecorp.operations.alert.WebhookSink;
import com.acmecorp.operations.facts.OrdersSeen;
import com.acmecorp.operations.repair.Reconciler;
import com.acmecorp.operations.rule.Rules;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.figures.Figures;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;

import java.util.ArrayList;
import java.util.List;

/** Watches over all orders and the parts of this process: mends, and tells people. */
final class SystemMonitor {

    /** A sink that doesn't answer is asked again after this. */
    private static final long SINK_PAUSE_MS = 1_000;

    private final Alerting alerting;
    private final Reconciler reconciler;

    SystemMonitor(
            Vertx vertx,
            Platform platform,
            OperationsConfig config,
            AlertBook book,
            Parts parts,
            List<String> watched) {
        OrdersSeen orders = new OrdersSeen(platform.database(), config.limits());
        AlertConfig alerts = config.alerts();
        Watch<?> orderWatch = new Watch<>(
                "orders",
                orders::look,
                Rules.aboutOrders(config.journalBacklogMaxMs(), alerts.retryingMax()),
                book,
                alerts.lookTimeoutMs());
        Watch<?> partWatch = new Watch<>(
                "parts",
                new PartsSeen(parts, watched)::look,
                Rules.aboutParts(),
                book,
                alerts.lookTimeoutMs() * 2L);
        PaymentsSeen payments = new PaymentsSeen(Figures.of(vertx), platform.clock());
        Watch<?> paymentWatch = new Watch<>(
                "payments",
                () -> Future.succeededFuture(payments.look()),
                Rules.aboutPayments(alerts.declinesMax()),
                book,
                alerts.lookTimeoutMs());
        this.alerting = new Alerting(
                vertx,
                List.of(orderWatch, partWatch, paymentWatch),
                queues(vertx, platform, alerts),
                alerts.intervalMs());
        this.reconciler = new Reconciler(
                vertx, orders, platform.database(), config.repairs(), platform.clock());
    }

    void start() {
        alerting.start();
        reconciler.start();
    }

    void stop() {
        alerting.stop();
        reconciler.stop();
    }

    private static List<NoticeQueue> queues(Vertx vertx, Platform platform, AlertConfig config) {
        List<Sink> sinks = new ArrayList<>();
        sinks.add(new LogSink());
        if (!config.mail().isEmpty()) {
            sinks.add(new MailSink(platform.useCases(), config.mail()));
        }
        if (!config.webhook().isEmpty()) {
            sinks.add(new WebhookSink(WebClient.create(vertx), config.webhook()));
        }
        return sinks.stream()
                .map(sink -> new NoticeQueue(vertx, sink, SINK_PAUSE_MS))
                .toList();
    }
}
