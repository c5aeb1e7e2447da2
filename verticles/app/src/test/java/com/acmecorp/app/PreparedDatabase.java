package com.acmecorp.app;

import com.acmecorp.database.embedded.EmbeddedMariaDb;

import org.apache.commons.io.FileUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The files of a database server whose first start is over. Tests that aren't about first starts begin with a copy: to
 * unpack the program and create the database takes ten seconds of a processor.
 */
public final class PreparedDatabase {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path ORIGINAL = TARGET.resolve("prepared-database");

    private PreparedDatabase() {}

    /**
     * Copies it.
     *
     * @param data data directory of a system that hasn't started yet
     */
    public static void copyTo(Path data) {
        try {
            makeOnce();
            Files.walkFileTree(ORIGINAL, new Copying(ORIGINAL, data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For all tests of the module: those in this process, and those in others. */
    private static synchronized void makeOnce() throws IOException {
        Path lock = Files.createDirectories(TARGET).resolve("prepared-database.lock");
        try (FileChannel channel = FileChannel.open(
                        lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (Files.notExists(ORIGINAL)) {
                Path draft = TARGET.resolve("prepared-database.new");
                FileUtils.deleteDirectory(draft.toFile());
                EmbeddedMariaDb.start(draft, 0, progress -> {}).stop();
                Files.move(draft, ORIGINAL);
            }
        }
    }

    /** The server never writes to its program, so each copy has the same files of it, where that can be. */
    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;
        private final boolean sameDisk;

        Copying(Path from, Path to) throws IOException {
            this.from = from;
            this.to = Files.createDirectories(to);
            this.sameDisk = Files.getFileStore(from).equals(Files.getFileStore(to));
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                throws IOException {
            Files.createDirectories(copyOf(directory));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            if (sameDisk && isProgram(file)) {
                Files.createLink(copyOf(file), file);
            } else {
                Files.copy(file, copyOf(file), LinkOption.NOFOLLOW_LINKS);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isProgram(Path file) {
            Path inFolder = from.relativize(file);
            return inFolder.getNameCount() > 2
                    && inFolder.getName(1).toString().startsWith("base-");
        }

        private Path copyOf(Path path) {
            return to.resolve(from.relativize(path));
        }
    }
}
