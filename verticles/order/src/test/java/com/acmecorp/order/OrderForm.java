package com.acmecorp.order;

import com.acmecorp.platform.problem.Problem;
import com.acmecorp.platform.problem.Problem.FieldError;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.testing.Await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a shopper sends, and what a refusal says. */
final class OrderForm {

    static final int TOTAL_USD_CENTS = 30_000;

    private OrderForm() {}

    /** An individual's order, which a test may change. */
    static JsonObject of(String customerType, String market) {
        return new JsonObject()
                .put("name", "Zoë O'Brien")
                .put("email", "zoe@example.com")
                .put("phone", "321321321")
                .put("street", "Thisway 1")
                .put("city", "Thatplace")
                .put("customerType", customerType)
                .put("market", market)
                .put("products", "BB001,LB001")
                .put("totalPrice", TOTAL_USD_CENTS);
    }

    static JsonObject individual() {
        return of("B2C", "US");
    }

    static JsonObject business() {
        return of("B2B", "US").put("orgNumber", 1_234_567_890L);
    }

    static OrderRequest request(String field, @Nullable Object value) {
        return OrderRequest.of(individual().put(field, value));
    }

    static Problem problemOf(Throwable refusal) {
        if (refusal instanceof ProblemException expected) {
            return expected.problem();
        }
        throw new AssertionError("a problem was expected", refusal);
    }

    static Problem problemOf(Future<?> refused) {
        return problemOf(Await.failure(refused));
    }

    static List<String> fieldsOf(Throwable refusal) {
        return problemOf(refusal).errors().stream().map(FieldError::field).toList();
    }
}
