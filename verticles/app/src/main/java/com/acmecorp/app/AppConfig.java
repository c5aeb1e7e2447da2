package com.acmecorp.app;

import com.acmecorp.platform.config.Settings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the process itself needs to know, the contexts' own settings aside.
 *
 * @param contexts the contexts to run here, in the order in which they start
 * @param dataDirectory where this process keeps what must outlive it
 * @param linkSecret under which the customers' links are signed; empty: one of its own, kept in the data directory
 */
record AppConfig(
        List<String> contexts,
        Path dataDirectory,
        String linkSecret,
        LogConfig log,
        PlatformConfig platform,
        EventsConfig events,
        DatabaseAccess database) {

    private static final int SHORTEST_SECRET = 16;

    /**
     * Reads what is set.
     *
     * @param all every context there is, in the order in which they start; the simulators run only where they are named
     */
    static AppConfig from(Settings settings, List<String> all) {
        List<String> possible =
                Stream.concat(Stream.of(Contexts.SIMULATORS), all.stream()).toList();
        List<String> chosen = settings.choices("contexts", all, possible);
        List<String> contexts = possible.stream().filter(chosen::contains).toList();
        EventsConfig events = EventsConfig.from(settings);
        return new AppConfig(
                contexts,
                Path.of(settings.text("data.directory", "acme-data")),
                linkSecret(settings, standsAlone(contexts, all)),
                LogConfig.from(settings),
                PlatformConfig.from(settings),
                events,
                DatabaseAccess.from(settings, contexts, events.local()));
    }

    /** Whether no other process has to understand this one's links: all contexts are here, or none. */
    private static boolean standsAlone(List<String> contexts, List<String> all) {
        return contexts.containsAll(all) || contexts.equals(List.of(Contexts.SIMULATORS));
    }

    /** A secret of its own serves a process that is alone; nodes that share the work must share the secret. */
    private static String linkSecret(Settings settings, boolean alone) {
        String secret = settings.text("links.secret", "");
        if (secret.isEmpty() && !alone) {
            settings.error(
                    "links.secret",
                    "is needed where contexts run on several nodes, the same on each");
        } else if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
            settings.error("links.secret", "expected at least " + SHORTEST_SECRET + " characters");
        }
        return secret;
    }
}
