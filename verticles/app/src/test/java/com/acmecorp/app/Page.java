package com.acmecorp.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the docs as its readers use it: links to follow, tables to look up, lines to paste. */
record Page(Path file, String text) {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern BASH = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");

    static Page of(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files and folders that are linked to, as the text has them. */
    List<String> files() {
        return all(LINK, text)
                .filter(link -> !link.matches("https?:.*|#.*"))
                .map(link -> link.replaceFirst("#.*", ""))
                .toList();
    }

    Path resolve(String link) {
        return file.resolveSibling(link);
    }

    /** The rows of the table with that header, cell by cell; a cell's code marks are left out. */
    List<List<String>> table(String header) {
        return text.lines()
                .dropWhile(line -> !line.equals(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Page::cells)
                .toList();
    }

    /** What to paste into a shell, line by line. */
    List<String> samples() {
        return all(BASH, text).flatMap(String::lines).toList();
    }

    private static List<String> cells(String row) {
        return Pattern.compile("\\|")
                .splitAsStream(row)
                .skip(1)
                .map(cell -> cell.strip().replaceFirst("^`([^`]+)`$", "$1"))
                .toList();
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
    }
}
