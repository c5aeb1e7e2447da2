package com.acmecorp.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.testing.AcmeSchema;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class EmailOperationsTest {

    static List<Operation> operations() {
        return List.of(
                EmailOperations.GET_ORDER,
                EmailOperations.WAITING_ORDERS,
                EmailOperations.GET_WAITING_ORDER,
                EmailOperations.KEEP,
                EmailOperations.MARK_SENT);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void asksTheDatabaseWhatItUnderstands(Operation operation) {
        assertThat(AcmeSchema.errorsIn(operation)).isEmpty();
    }
}
