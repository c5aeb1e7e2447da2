package com.acmecorp.app.torture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class AlertsSeenTest {

    private static final String RAISED =
            "12:00:01.000 ERROR LogSink  ALERT a part is down: database. database: no answer";
    private static final String RESOLVED =
            "12:00:31.000 INFO  LogSink  RESOLVED a part is down: database, after 30 s.";
    private static final Alarm DATABASE_DOWN = Alarm.meanwhile("a part is down: database");

    private final List<String> log = new ArrayList<>(List.of(RAISED, RESOLVED));
    private final AlertsSeen alerts =
            AlertsSeen.fromNow(() -> List.copyOf(log), List.of(DATABASE_DOWN));

    @Test
    void missesAnAlertThatWasNotRaised() {
        log.add("12:01:00.000 ERROR LogSink  ALERT a part is down: mail. mail: no answer");

        assertThat(alerts.missedMeanwhile())
                .containsExactly("no alert while it lasted: a part is down: database");
        assertThat(alerts.differences())
                .containsExactly("no alert was raised: a part is down: database");
    }

    @Test
    void missesTheEndOfAnAlert() {
        log.addAll(List.of(RAISED, RESOLVED, RAISED));

        assertThat(alerts.missedMeanwhile()).isEmpty();
        assertThat(alerts.differences())
                .containsExactly("an alert was not resolved: a part is down: database");
    }

    @Test
    void missesNothingThatWasRaisedAndResolved() {
        log.addAll(List.of(RAISED, "12:00:02.000 INFO  PlaceOrder  order placed", RESOLVED));

        assertThat(alerts.missedMeanwhile()).isEmpty();
        assertThat(alerts.missed()).isEmpty();
    }
}
