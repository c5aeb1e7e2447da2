package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;
import com.acmecorp.database.embedded.EmbeddedMariaDb;
import com.acmecorp.database.embedded.SqlByHand;

import java.util.List;
import java.util.Map;

/**
 * A system that is killed, and before it starts again, everything is deleted by hand that says what is left to do: when
 * events are to be dispatched, and which deliveries wait. Only what is missing tells, then.
 */
record LostDispatch(Victim victim, EmbeddedMariaDb database) implements Strike, AutoCloseable {

    private static final List<String> BY_HAND = List.of(
            "UPDATE events SET dispatch_at_ms = NULL WHERE dispatch_at_ms IS NOT NULL",
            "DELETE FROM deliveries WHERE next_attempt_at_ms IS NOT NULL");

    /** Where the first look takes long, what it saw may be mended before the second. */
    private static final String LOOK_TIMEOUT_MS = "20000";

    static Scene scene(TorturePlan plan) {
        EmbeddedMariaDb database =
                EmbeddedMariaDb.start(plan.directory().resolve("database"), 0, line -> {});
        List<Integer> ports = FreePorts.find(2);
        Victim victim = new Victim(plan.directory(), settings(ports, database));
        LostDispatch strike = new LostDispatch(victim, database);
        return Scene.of(
                        victim,
                        Attack.url(ports.getFirst()),
                        Attack.url(ports.getLast()),
                        strike,
                        strike)
                .alarming(Alarm.afterwards("orders are lost"));
    }

    private static Map<String, String> settings(List<Integer> ports, EmbeddedMariaDb database) {
        Map<String, String> settings = Attack.settings(ports, database, database.port());
        settings.put("operations.lookTimeoutMs", LOOK_TIMEOUT_MS);
        return settings;
    }

    @Override
    public List<String> hit(Load load) {
        victim.kill();
        int deleted = SqlByHand.run(database, BY_HAND);
        victim.start();
        return deleted > 0 ? List.of() : List.of("there was nothing to delete");
    }

    @Override
    public void close() {
        database.stop();
    }
}
