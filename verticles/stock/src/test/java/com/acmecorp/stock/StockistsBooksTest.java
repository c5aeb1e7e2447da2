package com.acmecorp.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.TraceParent;
import com.acmecorp.platform.party.PartyBooks.Difference;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class StockistsBooksTest {

    @ParameterizedTest
    @CsvSource({
        "STOCKED, true, false, DELIVERED",
        "DELIVERY_BOOKED, true, true, DELIVERED",
        "PLACED, false, true, LATER",
        "PLACED, false, false, NONE",
        "PLACED, false, false, REFUSED",
        "CANCELLED, true, false, CANCELLED",
        "CANCELLED, false, false, NONE",
        "STOCKED, true, false, UNKNOWN"
    })
    void agree(String status, boolean stocked, boolean awaited, Goods theirs) {
        assertThat(compare(status, stocked, awaited, theirs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STOCKED, true, false, NONE, Ask the stockist",
        "STOCKED, true, false, CANCELLED, Ask the stockist",
        "STOCKED, true, true, LATER, Ask the stockist",
        "PLACED, false, true, NONE, Ask the stockist",
        "PLACED, false, true, DELIVERED, POST /stock",
        "PLACED, false, false, LATER, POST /stock",
        "PLACED, false, false, DELIVERED, POST /stock",
        "CANCELLED, true, false, DELIVERED, take the goods back",
        "CANCELLED, false, true, LATER, take the goods back"
    })
    void differAndSayWhatToDo(
            String status, boolean stocked, boolean awaited, Goods theirs, String advice) {
        assertThat(compare(status, stocked, awaited, theirs))
                .hasValueSatisfying(
                        difference -> assertThat(difference.advice()).contains(advice));
    }

    private static Optional<Difference> compare(
            String status, boolean stocked, boolean awaited, Goods theirs) {
        JsonObject ours =
                JsonObject.of("status", status, "stocked", stocked, "goodsAwaited", awaited);
        return new StockistsBooks(new Holder(theirs))
                .compare(new OrderId(7), ours)
                .result();
    }

    /** A stockist that holds something and does nothing. */
    private record Holder(Goods goods) implements Stockist {

        @Override
        public Future<StockAnswer> request(OrderId order, String products, TraceParent trace) {
            return Future.failedFuture("it does nothing");
        }

        @Override
        public Future<Void> cancel(OrderId order, TraceParent trace) {
            return Future.failedFuture("it does nothing");
        }

        @Override
        public Future<Goods> find(OrderId order) {
            return Future.succeededFuture(goods);
        }
    }
}
