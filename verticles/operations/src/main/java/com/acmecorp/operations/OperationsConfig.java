package com.acmecorp.operations;

import com.acmecorp.operations.alert.AlertConfig;
import com.acmecorp.operations.facts.StageLimits;
import com.acmecorp.operations.repair.RepairConfig;
import com.acmecorp.platform.config.Settings;

import java.util.List;

/**
 * The operations context's settings.
 *
 * @param journalBacklogMaxMs how long an event may be overdue for dispatch before people are told, and the journal isn't
 *     well where it takes over none for as long
 * @param readyParts what must be well for customers to be let in; empty: every part of this process
 * @param limits for how long an order may be in each stage
 */
public record OperationsConfig(
        int journalBacklogMaxMs,
        List<String> readyParts,
        AlertConfig alerts,
        StageLimits limits,
        RepairConfig repairs) {

    public OperationsConfig {
        readyParts = List.copyOf(readyParts);
    }

    public static OperationsConfig from(Settings settings) {
        return new OperationsConfig(
                settings.number(
                        "operations.journalBacklogMaxMs",
                        "how long an event may be overdue before people are told, and the journal counts as down where it takes over none for as long",
                        60_000,
                        1,
                        86_400_000),
                settings.choices(
                        "operations.readyParts",
                        "what must be up for `/health/ready` to say so, of `database,journal,mail`; left out: those that run in this process",
                        List.of(),
                        Parts.ALL),
                AlertConfig.from(settings),
                StageLimits.from(settings),
                RepairConfig.from(settings));
    }
}
