package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Load;

import io.vertx.core.json.JsonObject;

import java.time.Duration;
import java.util.List;

/** A system whose data lie on a disk of their own, on which there is no byte left for a while. */
record DiskFull(SmallDisk disk, JsonApi api, Duration pause) implements Strike {

    private static final long MIB = 1L << 20;

    /** For the program of the database server and its empty database. */
    private static final long WITHOUT_ORDERS_BYTES = 1_024 * MIB;

    private static final long ORDER_BYTES = 64 << 10;
    private static final String PART_IS_DOWN = "a part is down: database";
    private static final Duration UNTIL_AN_ALERT = Duration.ofSeconds(15);
    private static final String WORD = "disk of the database is full";

    static Scene scene(TorturePlan plan) {
        List<Integer> ports = FreePorts.find(2);
        String privateApi = Attack.url(ports.getLast());
        Victim victim = new Victim(plan.directory(), Attack.settings(ports));
        SmallDisk disk = SmallDisk.in(
                victim.data(), WITHOUT_ORDERS_BYTES + ORDER_BYTES * plan.rounds() * plan.orders());
        return Scene.of(
                        victim,
                        Attack.url(ports.getFirst()),
                        privateApi,
                        new DiskFull(disk, new JsonApi(privateApi), plan.pause()),
                        disk)
                .alarming(Alarm.meanwhile(PART_IS_DOWN));
    }

    /** It is full for the pause, and for as long as nobody was alerted. */
    @Override
    public List<String> hit(Load load) {
        OpenAlerts alerts = new OpenAlerts(api);
        long fullAt = System.nanoTime();
        disk.fill();
        try {
            Waiting.untilTold(() -> alerts.areOpen(List.of(PART_IS_DOWN)), UNTIL_AN_ALERT);
            Waiting.pass(pause.minusNanos(System.nanoTime() - fullAt));
            return Waiting.untilTold(() -> says(api.get("/health")), UNTIL_AN_ALERT)
                    ? List.of()
                    : List.of("/health didn't say that the disk was full");
        } finally {
            disk.free();
        }
    }

    private static boolean says(JsonObject health) {
        return "DOWN".equals(health.getString("status")) && health.encode().contains(WORD);
    }
}
