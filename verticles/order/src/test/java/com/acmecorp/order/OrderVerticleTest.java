package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.order.payment.Banks;
import com.acmecorp.order.payment.SandboxBehaviour;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.testing.TestPlatform;
import com.acmecorp.simulators.testing.Simulators;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Map;

@ExtendWith(VertxExtension.class)
class OrderVerticleTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);
    private static final SandboxBehaviour PERFECT = new SandboxBehaviour(0, 0, 0, 0, 0);

    private static TestPlatform started(Vertx vertx, SandboxBehaviour payments) {
        return started(vertx, new Banks(Map.of()), payments);
    }

    private static TestPlatform started(Vertx vertx, Banks banks, SandboxBehaviour payments) {
        TestPlatform platform = TestPlatform.on(vertx);
        platform.database()
                .on("allocateOrderIds", arguments -> 500L)
                .on("placeOrder", arguments -> ORDER.row())
                .on("updateOrderStatus", arguments -> ORDER.row());
        KeptPayments.in(platform.database());
        platform.deploy(
                vertx,
                new OrderVerticle(
                        new OrderConfig(true, 10, 10_000, 20_000, 24, banks, payments),
                        platform.platform()));
        return platform;
    }

    @Test
    void offersItsUseCasesAndListensToItsEvents(Vertx vertx) {
        TestPlatform platform = started(vertx, PERFECT);

        assertThat(platform.useCases().names())
                .containsExactlyInAnyOrder(
                        "createOrder",
                        "orderOutcome",
                        "settleRefund",
                        "askRefundAgain",
                        "cancelOrder",
                        "products",
                        "orderStatus",
                        "findOrder",
                        "operator.correctContact",
                        "operator.newLinks",
                        "operator.cancelOrder",
                        "operator.actions",
                        "placeOrder",
                        "updateOrderStatus");
        assertThat(platform.subscriber().subscribers())
                .containsExactlyInAnyOrder(
                        "order.place-order",
                        "order.mark-stocked",
                        "order.mark-delivery-booked",
                        "order.refund-payment");
    }

    @Test
    void takesAnOrderAndMovesItOnAsEventsArrive(Vertx vertx) {
        TestPlatform platform = started(vertx, PERFECT);

        Await.result(platform.useCases().call("createOrder", OrderForm.of("B2C", "MX")));
        Await.result(platform.subscriber().deliver("order.place-order", ORDER.created()));
        Await.result(platform.subscriber().deliver("order.mark-stocked", ORDER.stockCreated()));
        Await.result(platform.subscriber()
                .deliver(
                        "order.mark-delivery-booked",
                        ORDER.deliveryBooked(new DeliveryTime(1000))));

        assertThat(platform.database().calls())
                .extracting(call -> call.field())
                .filteredOn(field -> !field.equals("takeOverPayments"))
                .containsExactly(
                        "allocateOrderIds",
                        "openPayment",
                        "settlePayment",
                        "placeOrder",
                        "updateOrderStatus",
                        "updateOrderStatus");
        assertThat(platform.database().calls("settlePayment").getFirst().getMap())
                .containsEntry("reference", "sandbox-500");
    }

    @Test
    void looksAfterPaymentsThatWereLeftOpen(Vertx vertx) {
        Promise<List<Object>> looked = Promise.promise();
        started(vertx, PERFECT).database().on("takeOverPayments", arguments -> {
            looked.tryComplete(List.of());
            return List.of();
        });

        assertThat(Await.result(looked.future())).isEmpty();
    }

    @Test
    void showsTheCatalogue(Vertx vertx) {
        JsonObject products =
                Await.result(started(vertx, PERFECT).useCases().call("products", new JsonObject()));

        assertThat(products.getJsonArray("products")).hasSize(6);
    }

    @Test
    void paysWithProvidersThatBehaveAsConfigured(Vertx vertx) {
        TestPlatform platform = started(vertx, new SandboxBehaviour(1, 1, 0, 0, 0));

        assertThat(OrderForm.problemOf(
                                platform.useCases().call("createOrder", OrderForm.individual()))
                        .kind())
                .isEqualTo(Kind.PAYMENT_DECLINED);
    }

    @Test
    void paysOverHttpWhereAProviderHasAnAddress(Vertx vertx) {
        Simulators others = Simulators.on(vertx);
        Banks banks = new Banks(Map.of("El Banco Blanco", others.config(5_000)));
        TestPlatform platform = started(vertx, banks, new SandboxBehaviour(0, 1, 0, 0, 0));

        Await.result(platform.useCases().call("createOrder", OrderForm.of("B2C", "MX")));

        assertThat(others.books("payments").getJsonObject("heldMinorUnits").fieldNames())
                .containsExactly("MXN");
        assertThat(platform.health().here()).containsExactly("El Banco Blanco");
        assertThat(OrderForm.problemOf(
                                platform.useCases().call("createOrder", OrderForm.individual()))
                        .kind())
                .as("the other one is a sandbox still")
                .isEqualTo(Kind.PAYMENT_DECLINED);
    }

    @Test
    void paysATestOrderInTheSandboxAlways(Vertx vertx) {
        Simulators others = Simulators.on(vertx);
        Banks banks = new Banks(Map.of("El Banco Blanco", others.config(5_000)));
        TestPlatform platform = started(vertx, banks, PERFECT);

        Await.result(platform.useCases()
                .call("createOrder", OrderForm.of("B2C", "MX").put("testId", 352)));

        assertThat(others.books("payments").getJsonObject("heldMinorUnits")).isEmpty();
        assertThat(platform.database()
                        .calls("openPayment")
                        .getFirst()
                        .getJsonObject("payment")
                        .getString("provider"))
                .isEqualTo("El Banco Blanco (sandbox)");
    }
}
