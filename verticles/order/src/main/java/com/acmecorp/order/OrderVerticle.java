package com.acmecorp.order;

import com.acmecorp.events.DeliveryBooked;
import com.acmecorp.events.Markets;
import com.acmecorp.events.OrderCancelled;
import com.acmecorp.events.OrderCreated;
import com.acmecorp.events.StockCreated;
import com.acmecorp.order.payment.BanksBooks;
import com.acmecorp.order.payment.HttpPaymentProvider;
import com.acmecorp.order.payment.PaymentProvider;
import com.acmecorp.order.payment.PaymentProviders;
import com.acmecorp.order.payment.SandboxPaymentProvider;
import com.acmecorp.platform.Platform;
import com.acmecorp.platform.admission.Pressure;
import com.acmecorp.platform.figures.Figures;
import com.acmecorp.platform.party.PartyAudit;
import com.acmecorp.platform.party.PartyClient;
import com.acmecorp.platform.usecase.UseCases;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The order context.
 *
 * <p>Offers createOrder, orderOutcome, cancelOrder, products, orderStatus, findOrder, placeOrder and updateOrderStatus,
 * and to operators correctContact, newLinks, cancelOrder and actions. Consumes OrderCreated,
 * StockCreated, DeliveryBooked and OrderCancelled. What it writes emits OrderCreated, OrderPlaced, OrderDeliverable and
 * OrderCancelled. It owns the rules of which
 * orders are taken, at which price and how they are paid. Not final, so that a test can put its own banks in place.
 */
public class OrderVerticle extends VerticleBase {

    private static final long LOOK_EVERY_MS = 1_000;

    private final OrderConfig config;
    private final Platform platform;

    public OrderVerticle(OrderConfig config, Platform platform) {
        this.config = config;
        this.platform = platform;
    }

    @Override
    public Future<?> start() {
        Markets markets = Markets.acme();
        Segments segments = Segments.acme(markets);
        Catalogue catalogue = Catalogue.acme();
        OrderPolicy policy = new OrderPolicy(catalogue, segments, config.acceptTestOrders());
        PaymentProviders providers = providers(segments);
        CreateOrder createOrder = new CreateOrder(
                policy,
                new OrderIds(platform.database(), config.idBlock()),
                new PayOrder(platform.database(), providers, config.paymentLeaseMs()),
                platform.database(),
                platform.links());
        TellOutcome tellOutcome = new TellOutcome(platform.database(), platform.links());
        PlaceOrder placeOrder = new PlaceOrder(platform.database(), policy);
        UpdateOrderStatus updateStatus = new UpdateOrderStatus(platform.database());
        CancelOrder cancelOrder = new CancelOrder(platform.database(), platform.links());
        RefundPayment refundPayment = new RefundPayment(platform.database(), providers);
        RefundByHand refundByHand = new RefundByHand(platform.database());
        TrackOrder trackOrder = new TrackOrder(
                platform.database(),
                platform.links(),
                new ChangeCutoff(config.changeCutoffHours(), platform.clock()));
        FindOrder findOrder = new FindOrder(platform.database(), platform.links());
        ListProducts products = new ListProducts(catalogue, markets, segments);
        return Future.all(List.of(
                        platform.useCases().offer("createOrder", createOrder::handle),
                        platform.useCases().offer("orderOutcome", tellOutcome::handle),
                        platform.useCases().offer("cancelOrder", cancelOrder::handle),
                        platform.useCases()
                                .offer("products", _ -> Future.succeededFuture(products.answer())),
                        platform.useCases().offer("orderStatus", trackOrder::handle),
                        platform.useCases().offer("settleRefund", refundByHand::settle),
                        platform.useCases().offer("askRefundAgain", refundByHand::askAgain),
                        platform.useCases().offer("findOrder", findOrder::handle),
                        offerToOperators(new ServeCustomer(platform.database())),
                        platform.useCases().offer("placeOrder", placeOrder::handle),
                        platform.useCases().offer("updateOrderStatus", updateStatus::handle)))
                .compose(offered ->
                        listen(placeOrder, updateStatus, refundPayment, audit(providers)))
                .onSuccess(
                        listening -> lookAfter(new SettlePayments(platform.database(), providers)));
    }

    private PartyAudit audit(PaymentProviders providers) {
        return new PartyAudit(
                vertx,
                platform,
                new BanksBooks(
                        providers,
                        name -> config.banks().of(name).isPresent()
                                || PartyAudit.knowsSandboxes(platform.health())),
                config.banks().audit(),
                () -> true);
    }

    private Future<?> offerToOperators(ServeCustomer service) {
        UseCases useCases = platform.useCases();
        return Future.all(
                useCases.offer("operator.correctContact", service::correctContact),
                useCases.offer("operator.newLinks", service::newLinks),
                useCases.offer("operator.cancelOrder", service::cancel),
                useCases.offer("operator.actions", service::actions));
    }

    private Future<?> listen(
            PlaceOrder placeOrder,
            UpdateOrderStatus updateStatus,
            RefundPayment refundPayment,
            PartyAudit audit) {
        audit.start();
        return Future.all(
                platform.subscriber()
                        .subscribe(
                                "order.place-order",
                                OrderCreated.class,
                                audit.after(placeOrder::on)),
                platform.subscriber()
                        .subscribe("order.mark-stocked", StockCreated.class, updateStatus::on),
                platform.subscriber()
                        .subscribe(
                                "order.mark-delivery-booked",
                                DeliveryBooked.class,
                                updateStatus::on),
                platform.subscriber()
                        .subscribe(
                                "order.refund-payment",
                                OrderCancelled.class,
                                audit.after(refundPayment::on)));
    }

    private void lookAfter(SettlePayments payments) {
        vertx.setPeriodic(LOOK_EVERY_MS, time -> payments.look());
    }

    private PaymentProviders providers(Segments segments) {
        return new PaymentProviders(
                Stream.concat(
                        segments.paymentProviders().map(this::provider),
                        segments.sandboxes().map(this::sandbox)),
                config.paymentTimeoutMs(),
                Pressure.of(vertx),
                Figures.of(vertx));
    }

    PaymentProvider provider(String name) {
        return config.banks()
                .of(name)
                .map(bank -> PartyClient.of(vertx, platform.health(), name, bank))
                .<PaymentProvider>map(client -> new HttpPaymentProvider(name, client))
                .orElseGet(() -> sandbox(name));
    }

    PaymentProvider sandbox(String name) {
        return new SandboxPaymentProvider(
                vertx,
                name,
                config.payments(),
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
