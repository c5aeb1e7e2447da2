package com.acmecorp.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.operations.facts.OrdersSeen;
import com.acmecorp.operations.repair.Reconciler;
import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.testing.AcmeSchema;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class OperationsOperationsTest {

    @ParameterizedTest
    @MethodSource("all")
    void areWhatTheSchemaHas(Operation operation) {
        assertThat(AcmeSchema.errorsIn(operation)).isEmpty();
    }

    static List<Operation> all() {
        return List.of(OrdersSeen.LOOK, Reconciler.DISPATCH_AGAIN);
    }
}
