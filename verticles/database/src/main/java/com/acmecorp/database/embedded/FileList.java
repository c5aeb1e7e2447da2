package com.acmecorp.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder's list of its own files, by which it is known whether all of them are still there. */
final class FileList {

    private static final String NAME = "files.list";

    private FileList() {}

    /** Writes the list, as the folder's last file. */
    static void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.add(Files.size(file) + " " + folder.relativize(file));
            }
        }
        Files.write(folder.resolve(NAME), lines);
    }

    /** Whether there is a list, and each file on it has the size that it had. */
    static boolean isWhole(Path folder) throws IOException {
        Path list = folder.resolve(NAME);
        if (Files.notExists(list)) {
            return false;
        }
        for (String line : Files.readAllLines(list)) {
            String[] sizeAndName = line.split(" ", 2);
            Path file = folder.resolve(sizeAndName[1]);
            if (!Files.isRegularFile(file) || Files.size(file) != Long.parseLong(sizeAndName[0])) {
                return false;
            }
        }
        return true;
    }
}
