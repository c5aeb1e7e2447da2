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
    private static final String PART = "database";
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
                .alarming(Alarm.meanwhile("a part is down: " + PART));
    }

    @Override
    public List<String> hit(Load load) {
        disk.fill();
        try {
            Waiting.pass(pause);
            return says(api.get("/health"))
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
