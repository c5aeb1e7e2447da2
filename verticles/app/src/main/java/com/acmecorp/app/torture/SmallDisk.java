package com.acmecorp.app.torture;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A file system of its own, in memory, that can be filled to its last byte without harm to anybody else. */
final class SmallDisk implements AutoCloseable {

    private static final int LIMIT_S = 20;
    private static final int PIECE_BYTES = 1 << 20;

    private final Path folder;
    private final AtomicBoolean mounted = new AtomicBoolean(true);

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes one.
     *
     * @param folder where it is from now on; what is there stays there, and can't be seen meanwhile
     * @throws NotPossibleHere where we may not
     */
    static SmallDisk in(Path folder, long bytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String refusal = run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "acme-torture", folder);
        if (!refusal.isEmpty()) {
            throw new NotPossibleHere(
                    "it needs a file system of its own, and so Linux and root (%s)"
                            .formatted(refusal));
        }
        return new SmallDisk(folder);
    }

    /** Leaves no byte of it. */
    void fill() {
        byte[] piece = new byte[PIECE_BYTES];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (mounted.get()) {
                filler.write(piece);
            }
        } catch (IOException e) {
            requireFull(e);
        }
    }

    private void requireFull(IOException failure) {
        try {
            if (Files.getFileStore(folder).getUsableSpace() > 0) {
                throw new UncheckedIOException(failure);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back what {@link #fill} took. */
    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /** Nobody may use it any more. A second call does nothing. */
    @Override
    public void close() {
        if (mounted.compareAndSet(true, false)) {
            String refusal = run("umount", folder);
            if (!refusal.isEmpty()) {
                throw new IllegalStateException(folder + " stays mounted: " + refusal);
            }
        }
    }

    /** Answers what is wrong; nothing if it worked. */
    private static String run(Object... command) {
        try {
            Process process = new ProcessBuilder(
                            Stream.of(command).map(String::valueOf).toList())
                    .redirectErrorStream(true)
                    .start();
            String words = new String(
                            process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
            boolean ended = process.waitFor(LIMIT_S, TimeUnit.SECONDS);
            return ended && process.exitValue() == 0
                    ? ""
                    : words.lines().findFirst().orElse("no reason given");
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
