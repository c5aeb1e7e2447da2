package com.acmecorp.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.platform.database.Operation;
import com.acmecorp.platform.testing.AcmeSchema;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;

class OrderOperationsTest {

    static final List<Operation> ALL = List.of(
            OrderOperations.ALLOCATE_IDS,
            OrderOperations.FIND_ACCEPTED,
            OrderOperations.GET_OUTCOME,
            OrderOperations.GET_LINK_GENERATION,
            OrderOperations.ACCEPT,
            OrderOperations.PLACE,
            OrderOperations.PLACE_AND_SHOW,
            OrderOperations.UPDATE_STATUS,
            OrderOperations.TIMELINE);

    @ParameterizedTest
    @FieldSource("ALL")
    void keepToTheSharedSchema(Operation operation) {
        assertThat(AcmeSchema.errorsIn(operation)).isEmpty();
    }
}
