package com.acmecorp.app;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SharedSettings;
import com.acmecorp.platform.links.LinkTokens;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the process itself needs to know, the contexts' own settings aside.
 *
 * @param contexts the contexts to run here, in the order in which they start
 * @param dataDirectory where this process keeps what must outlive it
 * @param linkSecret under which the customers' links are signed; empty: one of its own, kept in the data directory
 * @param trust what it takes without checking it
 */
record AppConfig(
        List<String> contexts,
        Path dataDirectory,
        String linkSecret,
        LogConfig log,
        PlatformConfig platform,
        EventsConfig events,
        DatabaseAccess database,
        Trust trust) {

    /**
     * Reads what is set.
     *
     * @param all every context there is, in the order in which they start; the simulators run only where they are named
     */
    static AppConfig from(Settings settings, List<String> all) {
        List<String> possible =
                Stream.concat(Stream.of(Contexts.SIMULATORS), all.stream()).toList();
        List<String> chosen = settings.choices(
                "contexts",
                "the contexts that run here: all of them where `events.transport` is `bus`; `simulators` beside them, or alone, plays the third parties",
                all,
                possible);
        List<String> contexts = possible.stream().filter(chosen::contains).toList();
        EventsConfig events = EventsConfig.from(settings);
        boolean alone = standsAlone(contexts, all);
        if (events.local() && !alone) {
            refuseToPart(settings, contexts, all);
        }
        return new AppConfig(
                contexts,
                SharedSettings.dataDirectory(settings),
                linkSecret(settings, alone || events.local()),
                LogConfig.from(settings),
                PlatformConfig.from(settings),
                events,
                DatabaseAccess.from(settings, contexts, events.local()),
                Trust.from(settings, contexts));
    }

    /** Whether no other process has to understand this one's links: all contexts are here, or none. */
    private static boolean standsAlone(List<String> contexts, List<String> all) {
        return contexts.containsAll(all) || contexts.equals(List.of(Contexts.SIMULATORS));
    }

    /** The bus ends with the process: what is for a context elsewhere would wait for ever, and orders with it. */
    private static void refuseToPart(Settings settings, List<String> contexts, List<String> all) {
        String missing = all.stream()
                .filter(context -> !contexts.contains(context))
                .collect(Collectors.joining(", "));
        settings.error(
                "contexts",
                "with events.transport=bus all contexts run in one process, and %s would be missing; leave contexts out, or set events.transport=eventbridge in every process"
                        .formatted(missing));
    }

    /** A secret of its own serves a process that is alone; nodes that share the work must share the secret. */
    private static String linkSecret(Settings settings, boolean alone) {
        String secret = settings.text(
                "links.secret",
                "signs customers' links, at least 16 characters; left out, one is made and kept in the data folder; needed where not all contexts run in one process",
                "");
        if (secret.isEmpty() && !alone) {
            settings.error(
                    "links.secret",
                    "is needed where contexts run on several nodes, the same on each");
        } else if (!secret.isEmpty() && secret.length() < LinkTokens.SHORTEST_SECRET) {
            settings.error(
                    "links.secret",
                    "expected at least " + LinkTokens.SHORTEST_SECRET + " characters");
        }
        return secret;
    }
}
