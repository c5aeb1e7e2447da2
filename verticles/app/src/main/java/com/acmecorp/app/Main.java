package com.acmecorp.app;

import com.acmecorp.app.systemtest.LoadCommand;
import com.acmecorp.app.systemtest.SystemTestCommand;
import com.acmecorp.app.torture.TortureCommand;
import com.acmecorp.platform.config.SettingsException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

import java.util.stream.Stream;

/** The jar's commands. Exit codes: 0 done, 1 it didn't work, 2 the command line or the configuration is wrong. */
@Command(
        name = "acme",
        description = "ACME Potted Plants: the shop and everything behind it.",
        subcommands = {
            RunCommand.class,
            SystemTestCommand.class,
            LoadCommand.class,
            TortureCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "[run | system-test | load | torture]",
        footer = "Without a command it is run.")
public final class Main {

    public static void main(String... args) {
        System.exit(execute(args));
    }

    static int execute(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::explain)
                .setUsageHelpAutoWidth(true)
                .execute(withDefaultCommand(args));
    }

    /** {@code java -jar acme.jar} runs the system, and so does {@code java -jar acme.jar --set http.port=80}. */
    private static String[] withDefaultCommand(String... args) {
        boolean namesCommand = args.length > 0
                && (!args[0].startsWith("-")
                        || Stream.of("-h", "--help", "-V", "--version").anyMatch(args[0]::equals));
        return namesCommand
                ? args
                : Stream.concat(Stream.of("run"), Stream.of(args)).toArray(String[]::new);
    }

    /** What a person can mend is told in its own words; anything else is a bug and keeps its trace. */
    private static int explain(Exception failure, CommandLine command, ParseResult arguments)
            throws Exception {
        return switch (failure) {
            case SettingsException wrong -> {
                command.getErr().println(wrong.getMessage());
                yield 2;
            }
            case StartFailure told -> {
                command.getErr().println(told.getMessage());
                yield 1;
            }
            default -> throw failure;
        };
    }
}
