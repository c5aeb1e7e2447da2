package com.acmecorp.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String USABLE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void continuesTheCallersTrace() {
        assertThat(TraceParent.continuing(USABLE)).hasToString(USABLE);
        assertThat(TraceParent.continuing(USABLE).traceId())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01"
            })
    void beginsANewTraceWhereTheCallersIsUnusable(@Nullable String header) {
        assertThat(TraceParent.continuing(header).value())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .isNotEqualTo(header);
    }

    @RepeatedTest(20)
    void makesUsableTracesThatDiffer() {
        TraceParent fresh = TraceParent.fresh();

        assertThat(new TraceParent(fresh.value())).isEqualTo(fresh);
        assertThat(TraceParent.fresh().traceId()).isNotEqualTo(fresh.traceId());
    }

    @Test
    void isNothingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TraceParent("00-1-2-3"));
    }
}
