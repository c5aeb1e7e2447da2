package com.acmecorp.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acmecorp.events.OrderId;
import com.acmecorp.events.UsdCents;
import com.acmecorp.platform.problem.Problem.Kind;
import com.acmecorp.platform.problem.ProblemException;
import com.acmecorp.platform.usecase.Request;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaleTest {

    private static final JsonObject DETAIL =
            JsonObject.of("orderId", 12_345_678, "totalPrice", 10_000);

    @ParameterizedTest
    @ValueSource(strings = {"OrderCreated", "OrderPlaced"})
    void readsASaleFromItsEvents(String type) {
        Sale sale = Sale.in(envelope(type, DETAIL));

        assertThat(sale).isEqualTo(new Sale(new OrderId(12_345_678), new UsdCents(10_000)));
        assertThat(sale.entry()).isEqualTo("Adding order ID \"12345678\" and $100 to the books!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'detail-type':'StockCreated','detail':{'orderId':7,'totalPrice':1}}|detail-type",
                "{'detail-type':7,'detail':{'orderId':7,'totalPrice':1}}|detail-type",
                "{'orderId':7,'totalPrice':1}|detail-type",
                "{'detail-type':'OrderPlaced','detail':{'totalPrice':1}}|orderId",
                "{'detail-type':'OrderPlaced','detail':{'orderId':7}}|totalPrice",
                "{'detail-type':'OrderPlaced','detail':{'orderId':7,'totalPrice':-1}}|totalPrice",
                "{'detail-type':'OrderPlaced','detail':{'orderId':7,'totalPrice':1.5}}|totalPrice",
                "{'detail-type':'OrderPlaced','detail':{'orderId':7,'totalPrice':'1'}}|totalPrice",
            },
            quoteCharacter = '"')
    void namesTheFieldThatIsNoSale(String body, String field) {
        Request request = Request.of(new JsonObject(body.replace('\'', '"')));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Sale.in(request))
                .satisfies(refusal -> {
                    assertThat(refusal.problem().kind()).isEqualTo(Kind.INVALID);
                    assertThat(refusal.problem().errors().getFirst().field()).isEqualTo(field);
                });
    }

    private static Request envelope(String type, JsonObject detail) {
        return Request.of(JsonObject.of("detail-type", type, "detail", detail));
    }
}
