package com.acmecorp.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.testing.AcmeSchema;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class DeliveryOperationsTest {

    static List<Operation> operations() {
        return List.of(
                DeliveryOperations.GET_ORDER,
                DeliveryOperations.GET_BUYER,
                DeliveryOperations.SLOT_BOOKINGS,
                DeliveryOperations.BOOK,
                DeliveryOperations.CHANGE,
                DeliveryOperations.CLAIM,
                DeliveryOperations.END,
                DeliveryOperations.TAKE_OVER);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void asksTheDatabaseWhatItUnderstands(Operation operation) {
        assertThat(AcmeSchema.errorsIn(operation)).isEmpty();
    }
}
