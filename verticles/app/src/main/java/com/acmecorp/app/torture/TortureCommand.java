package com.acmecorp.app.torture;

import com.acmecorp.app.systemtest.Screen;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Tortures systems of its own; exit code 1 when one of them broke a promise. */
@Command(
        name = "torture",
        description =
                "Starts systems of its own, hurts them in the middle of their work, and compares what they promised with what they did.",
        mixinStandardHelpOptions = true)
public final class TortureCommand implements Callable<Integer> {

    private static final int MOST_DIFFERENCES = 20;

    @Option(
            names = "--attack",
            paramLabel = "NAME",
            split = ",",
            converter = AttackName.class,
            completionCandidates = AttackNames.class,
            description =
                    "What is done to it: ${COMPLETION-CANDIDATES}; by default, all that this machine can do.")
    private List<Attack> asked = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each (${DEFAULT-VALUE}).")
    private int rounds = 20;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "How many orders in a round (${DEFAULT-VALUE}).")
    private int orders = 2_000;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "How many at once (${DEFAULT-VALUE}).")
    private int concurrency = 64;

    @Option(
            names = "--pause",
            paramLabel = "SECONDS",
            description =
                    "For how long what is taken away is away (${DEFAULT-VALUE}); below 10, no alert may be raised in time.")
    private int pauseSeconds = 30;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "How many orders' rows make a table large (${DEFAULT-VALUE}).")
    private int rows = 100_000;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            split = ",",
            converter = TableName.class,
            description =
                    "What there is very much of, in each round by turns: overdue-events, dead-letters, open-orders; by default, all.")
    private List<LargeTable> tables = List.of(LargeTable.values());

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of all that is left to chance; by default a new one each time.")
    private long seed = new Random().nextInt(1_000_000);

    @Override
    public Integer call() throws IOException {
        Screen screen = Screen.stdout();
        Path directory = Files.createTempDirectory(Path.of("").toAbsolutePath(), "acme-torture-");
        screen.say("Seed %d, in %s".formatted(seed, directory));
        List<TortureResult> results = new ArrayList<>();
        Map<Attack, String> notRun = new EnumMap<>(Attack.class);
        for (Attack attack : asked.isEmpty() ? List.of(Attack.values()) : asked) {
            try {
                results.add(carryOut(attack, directory, screen));
            } catch (NotPossibleHere e) {
                notRun.put(attack, String.valueOf(e.getMessage()));
            }
        }
        screen.say(TortureResult.head());
        results.forEach(result -> screen.say(result.line()));
        notRun.forEach((attack, why) -> screen.say("%-16s not run: %s".formatted(attack, why)));
        int exitCode = tell(results, directory, screen);
        return notRun.isEmpty() || asked.isEmpty() ? exitCode : 1;
    }

    private TortureResult carryOut(Attack attack, Path directory, Screen screen)
            throws IOException {
        Path own = Files.createDirectory(directory.resolve(attack.toString()));
        TorturePlan plan = new TorturePlan(
                own,
                rounds,
                orders,
                concurrency,
                Duration.ofSeconds(pauseSeconds),
                rows,
                tables,
                seed);
        try (Torture torture = new Torture(attack, plan, screen)) {
            return endingAtCtrlC(torture, directory);
        }
    }

    private static TortureResult endingAtCtrlC(Torture torture, Path directory) {
        Thread atCtrlC = new Thread(() -> leaveNothing(torture, directory), "stop");
        Runtime.getRuntime().addShutdownHook(atCtrlC);
        try {
            return torture.run();
        } finally {
            Runtime.getRuntime().removeShutdownHook(atCtrlC);
        }
    }

    private static void leaveNothing(Torture torture, Path directory) {
        torture.close();
        try {
            delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the systems left behind stays where it may tell why. */
    private static int tell(List<TortureResult> results, Path directory, Screen screen)
            throws IOException {
        List<String> differences = results.stream()
                .flatMap(result -> result.differences().stream())
                .toList();
        differences.stream().limit(MOST_DIFFERENCES).forEach(line -> screen.say("  " + line));
        if (differences.isEmpty()) {
            delete(directory);
            if (!results.isEmpty()) {
                screen.say("OK: every acknowledged order is there once and DELIVERY_BOOKED.");
            }
            return 0;
        }
        screen.say("FAILED; what is left of the systems is in " + directory);
        return 1;
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }

    /** The names that a command line may give. */
    static final class AttackNames extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        AttackNames() {
            super(Stream.of(Attack.values()).map(Attack::toString).toList());
        }
    }

    /** Reads one of them. */
    static final class AttackName implements ITypeConverter<Attack> {

        @Override
        public Attack convert(String name) {
            return named(name, Attack.values());
        }
    }

    /** The same of the tables. */
    static final class TableName implements ITypeConverter<LargeTable> {

        @Override
        public LargeTable convert(String name) {
            return named(name, LargeTable.values());
        }
    }

    private static <T> T named(String name, T[] all) {
        return Stream.of(all)
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + List.of(all) + ", found " + name));
    }
}
