package com.acmecorp.app;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SharedSettings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What this process takes without anybody checking it. Outside of {@linkplain LocalMode local mode} all of that must have
 * been asked for.
 *
 * @param sandboxes the third parties that are played in this process: they take every order and no money
 * @param testOrders whether test orders are taken, whose price is not checked
 */
record Trust(List<String> sandboxes, boolean testOrders) {

    private static final String ORDER = "order";

    Trust {
        sandboxes = List.copyOf(sandboxes);
    }

    /**
     * Reads it, and reports each party of these contexts that has no address.
     *
     * @param contexts that run here
     */
    static Trust from(Settings settings, List<String> contexts) {
        List<Party> parties = Party.all(settings).stream()
                .filter(party -> contexts.contains(party.context()))
                .toList();
        LocalMode local = LocalMode.of(settings);
        if (!local.isOn()) {
            demandAddresses(settings, parties, local);
        }
        boolean testOrders = SharedSettings.acceptTestOrders(settings);
        return new Trust(
                parties.stream().filter(Party::isSandbox).map(Party::name).toList(),
                testOrders && contexts.contains(ORDER));
    }

    private static void demandAddresses(Settings settings, List<Party> parties, LocalMode local) {
        Map<String, String> unsaid = parties.stream()
                .filter(Party::isUnsaid)
                .collect(Collectors.groupingBy(
                        Party::setting,
                        TreeMap::new,
                        Collectors.mapping(Party::name, Collectors.joining(" and "))));
        unsaid.forEach((setting, names) -> settings.error(
                setting,
                "needs an address for %s, or the word sandbox to have that played here; only in local mode it may be left out, and %s"
                        .formatted(names, local.reason())));
    }
}
