package com.acmecorp.database.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.database.audit.Trouble.Kind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.LongStream;

class TroubleReportsTest {

    @Test
    void countAllAndNameTheOldest() {
        TroubleReports reports = new TroubleReports(2)
                .add(LongStream.of(5, 3, 9, 1, 7).mapToObj(TroubleReportsTest::stuckSince))
                .add(new TroubleReport(Kind.STUCK, 100, false, List.of(stuckSince(2))));

        assertThat(reports.all())
                .containsExactly(new TroubleReport(
                        Kind.STUCK, 105, false, List.of(stuckSince(1), stuckSince(2))));
    }

    @Test
    void sayWhereThereMayBeMore() {
        TroubleReports reports = new TroubleReports(0)
                .add(List.of(stuckSince(1), stuckSince(2)), 2)
                .add(List.of(Trouble.unmendable(3, Kind.LOST, 3)), 2);

        assertThat(reports.all())
                .containsExactly(
                        new TroubleReport(Kind.LOST, 1, false, List.of()),
                        new TroubleReport(Kind.STUCK, 2, true, List.of()));
    }

    private static Trouble stuckSince(long sinceMs) {
        return Trouble.unmendable(sinceMs, Kind.STUCK, sinceMs);
    }
}
