package com.acmecorp.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of a server: its program, its data and the password. It holds what customers told us,
 * so only its owner may look; and one process at a time has it, because two servers on the same
 * data would ruin it.
 */
final class ServerHome {

    private static final int PASSWORD_BYTES = 24;
    private static final long MIB = 1L << 20;

    /** A server that starts writes files of this size, and waits for minutes where it can't. */
    private static final long LEAST_ROOM = 32 * MIB;

    /**
     * The lock of a file keeps out other processes; in its own process, opening the file once more
     * would lose it.
     */
    private static final Set<Path> TAKEN = new HashSet<>();

    private final Path directory;
    private final FileChannel lock;

    private ServerHome(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static ServerHome take(Path dataDirectory) {
        Path wanted = dataDirectory.toAbsolutePath().normalize().resolve("mariadb");
        try {
            Files.createDirectories(wanted, ownersOnly(wanted, "rwx------"));
            return take(wanted, wanted.toRealPath());
        } catch (IOException e) {
            throw unusable(wanted, e);
        }
    }

    private static ServerHome take(Path wanted, Path directory) throws IOException {
        synchronized (TAKEN) {
            if (!TAKEN.contains(directory)) {
                FileChannel lock = FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                if (lock.tryLock() != null) {
                    TAKEN.add(directory);
                    return new ServerHome(directory, lock);
                }
                lock.close();
            }
        }
        throw new DatabaseStartException(("The database in %s is in use by a running process;"
                        + " stop that, or choose another data directory.")
                .formatted(wanted));
    }

    /** Leaves the folder to the next one. A second call does nothing, whoever has it by then. */
    void leave() {
        synchronized (TAKEN) {
            if (lock.isOpen()) {
                TAKEN.remove(directory);
                closeLock();
            }
        }
    }

    private void closeLock() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Real and absolute. */
    Path directory() {
        return directory;
    }

    Path data() {
        return directory.resolve("data");
    }

    Path options() {
        return directory.resolve("mariadb.cnf");
    }

    Path log() {
        return directory.resolve("mariadb.log");
    }

    Path accountScript() {
        return directory.resolve("account.sql");
    }

    /** In the words of a person, where the disk is too full for a server. */
    Optional<String> lackOfRoom() throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        return free >= LEAST_ROOM
                ? Optional.empty()
                : Optional.of(
                        "The disk of the database is full: %d MiB are free in %s, and it needs %d."
                                .formatted(free / MIB, directory, LEAST_ROOM / MIB));
    }

    /** Made when it is first asked for. */
    String password() throws IOException {
        Path file = directory.resolve("password");
        if (Files.notExists(file)) {
            byte[] password = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(password);
            writePrivately(file, Base64.getUrlEncoder().encodeToString(password));
        }
        return Files.readString(file).strip();
    }

    /** Complete or not there at all, and only its owner's from the first byte. */
    void writePrivately(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.writeString(Files.createFile(draft, ownersOnly(draft, "rw-------")), text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownersOnly(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    DatabaseStartException unusable(IOException failure) {
        return unusable(directory, failure);
    }

    private static DatabaseStartException unusable(Path directory, IOException failure) {
        String reason = failure instanceof FileSystemException file && file.getReason() == null
                ? file.getClass().getSimpleName() + " " + file.getFile()
                : String.valueOf(failure.getMessage());
        return new DatabaseStartException(
                "The database can't keep its files in %s (%s).".formatted(directory, reason),
                failure);
    }
}
