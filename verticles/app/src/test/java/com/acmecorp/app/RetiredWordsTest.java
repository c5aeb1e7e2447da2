package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that the glossary retired stay so: one word for one thing. */
class RetiredWordsTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    private final List<String> retired =
            Page.of(ROOT.resolve("docs/glossary.md")).table("| retired | now |").stream()
                    .flatMap(row -> words(row.getFirst()))
                    .toList();

    @Test
    void areInNoSource() throws IOException {
        assertThat(retired).hasSizeGreaterThan(10);
        Pattern any = Pattern.compile("\\b(" + String.join("|", retired) + ")\\b");
        try (Stream<Path> files = Files.walk(ROOT)) {
            assertThat(files.filter(RetiredWordsTest::isSource))
                    .hasSizeGreaterThan(500)
                    .allSatisfy(
                            file -> assertThat(Files.readString(file)).doesNotContainPattern(any));
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && !file.toString().contains("/target/");
    }

    private static Stream<String> words(String cell) {
        return CODE.matcher("`" + cell + "`").results().map((MatchResult found) -> found.group(1));
    }
}
