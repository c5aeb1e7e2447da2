package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.DeliveryTime;
import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.testing.Await;
import com.acmecorp.platform.testing.FakeDatabase;
import com.acmecorp.platform.testing.SampleOrder;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class UpdateOrderStatusTest {

    private static final SampleOrder ORDER = SampleOrder.of(86_757);

    private final FakeDatabase database = new FakeDatabase()
            .on(
                    "updateOrderStatus",
                    arguments -> Map.of(
                            "orderId", arguments.getLong("id"),
                            "status", arguments.getString("status")));
    private final UpdateOrderStatus updateOrderStatus = new UpdateOrderStatus(database);

    @Test
    void marksAnOrderStockedWhenItsGoodsAreThere() {
        Await.result(updateOrderStatus.on(ORDER.stockCreated()));

        assertThat(database.calls("updateOrderStatus"))
                .containsExactly(JsonObject.of("id", 86_757L, "status", "STOCKED"));
    }

    @Test
    void marksAnOrderBookedWhenItsDeliveryIs() {
        Await.result(
                updateOrderStatus.on(ORDER.deliveryBooked(new DeliveryTime(1_767_286_800_000L))));

        assertThat(database.calls("updateOrderStatus"))
                .containsExactly(JsonObject.of("id", 86_757L, "status", "DELIVERY_BOOKED"));
    }

    @Test
    void failsForAnOrderThatIsNotThereYetSoThatTheEventComesAgain() {
        database.on("updateOrderStatus", arguments -> {
            throw Problem.of(Kind.NOT_FOUND, "There is no order 86757.").asException();
        });

        Problem refusal = OrderForm.problemOf(updateOrderStatus.on(ORDER.stockCreated()));
        assertThat(refusal.kind().worthRetrying()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"orderId\":7,\"transaction\":\"StockCreated\"}                  | STOCKED",
                "{\"orderId\":\"7\",\"transaction\":\"DeliveryBooked\"}            | DELIVERY_BOOKED",
                "{\"detail-type\":\"StockCreated\",\"detail\":{\"orderId\":7}}     | STOCKED",
                "{\"detail-type\":\"DeliveryBooked\",\"detail\":{\"orderId\":7}}   | DELIVERY_BOOKED"
            })
    void movesAnOrderByHand(String body, String status) {
        assertThat(Await.result(handle(body)))
                .isEqualTo(JsonObject.of("orderId", 7L, "status", status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"orderId\":7}",
                "{\"orderId\":7,\"transaction\":null}",
                "{\"orderId\":7,\"transaction\":7}",
                "{\"orderId\":7,\"transaction\":\"OrderPlaced\"}",
                "{\"orderId\":7,\"transaction\":\"STOCKED\"}",
                "{\"transaction\":\"StockCreated\"}",
                "{\"orderId\":-7,\"transaction\":\"StockCreated\"}",
                "{\"orderId\":7.5,\"transaction\":\"StockCreated\"}",
                "{\"detail-type\":\"OrderCreated\",\"detail\":{\"orderId\":7}}"
            })
    void refusesWhatIsNoStepOfAnOrder(String body) {
        assertThat(OrderForm.problemOf(handle(body)).kind()).isEqualTo(Kind.INVALID);
        assertThat(database.calls()).isEmpty();
    }

    private Future<JsonObject> handle(String body) {
        return Future.succeededFuture(Request.of(new JsonObject(body)))
                .compose(updateOrderStatus::handle);
    }
}
