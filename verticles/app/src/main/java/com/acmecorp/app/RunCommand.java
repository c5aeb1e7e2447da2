package com.acmecorp.app;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the contexts until the process is told to stop. A signal ends it the way the JVM does: what is in flight is
 * finished, and the exit code is 128 + the signal's number, which shells and container platforms expect.
 */
@Command(
        name = "run",
        description = "Starts the system and runs it until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "JSON file of settings; a later one wins.")
    private List<Path> files = List.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting; wins over files.")
    private Map<String, String> values = Map.of();

    @Option(
            names = "--help-settings",
            description = "Lists every setting, its default and what it is, and exits.")
    private boolean listsSettings;

    @Override
    public Integer call() throws InterruptedException {
        if (listsSettings) {
            Objects.requireNonNull(spec)
                    .commandLine()
                    .getOut()
                    .print(SettingsHelp.acme().text());
            return 0;
        }
        Configuration configuration = Configuration.read(files, values, System.getenv());
        AppConfig app = configuration.app();
        Logging.configure(app.log());
        Acme acme = new Acme(app, linkSecret(app));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(acme), "stop"));
        start(acme, configuration);
        Banner banner = new Banner(
                acme.ports(),
                app.contexts(),
                app.dataDirectory().toAbsolutePath(),
                sinceStart(),
                app.trust());
        LoggerFactory.getLogger(Main.class).info(banner.text());
        new CountDownLatch(1).await();
        return 0;
    }

    /** What is told of a failure comes after the lines that led to it. */
    private static void start(Acme acme, Configuration configuration) {
        try {
            acme.start(configuration.contexts());
        } catch (RuntimeException e) {
            Logging.flush();
            throw e;
        }
    }

    private static String linkSecret(AppConfig app) {
        return app.linkSecret().isEmpty()
                ? LinkSecret.keptIn(app.dataDirectory())
                : app.linkSecret();
    }

    /** Of the JVM: before that, the process may have been a launcher that built the jar. */
    private static Duration sinceStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    private static void stop(Acme acme) {
        acme.stop();
        Logging.flush();
    }
}
