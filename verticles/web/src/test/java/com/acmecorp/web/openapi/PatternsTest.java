package com.acmecorp.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** No text, however long and repetitive, makes a pattern of the documents overflow the stack or take its time. */
class PatternsTest {

    /** As long as a body may be. */
    private static final int FULL_LENGTH = 65_536;

    private static final int SMALL_STACK = 200_000;

    private static final List<String> PARTS = List.of(
            "a",
            "A",
            "0",
            "9",
            " ",
            ",",
            ".",
            "-",
            "@",
            "A,",
            "A ,",
            " ,A",
            "a.",
            "a@",
            "a-",
            "0-",
            "0123456789abcdef-",
            "BB001,LB001,",
            "(",
            "+",
            "s",
            "ms",
            "\u00E4",
            "\uD83C\uDF35",
            "\n",
            "\u0301");

    static Stream<String> patterns() {
        return OpenApiFiles.ALL.stream()
                .flatMap(file -> patterns(OpenApiFiles.read(file)))
                .distinct();
    }

    private static Stream<String> patterns(Object node) {
        return switch (node) {
            case JsonObject object ->
                object.stream()
                        .flatMap(entry -> entry.getKey().equals("pattern")
                                        && entry.getValue() instanceof String text
                                ? Stream.of(text)
                                : patterns(entry.getValue()));
            case JsonArray list -> list.stream().flatMap(PatternsTest::patterns);
            case null, default -> Stream.empty();
        };
    }

    @ParameterizedTest
    @MethodSource("patterns")
    @Timeout(30)
    void judgesLongTextsWithoutRecursionAndWithoutGoingBack(String pattern)
            throws InterruptedException {
        Pattern compiled = Pattern.compile(pattern);

        onASmallStack(() -> texts().forEach(text -> compiled.matcher(text).find()));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void takesNoLineBreakAtTheEnd(String pattern) {
        Pattern compiled = Pattern.compile(pattern);

        assertThat(Stream.of(
                                "BB001",
                                "US",
                                "B2C",
                                "12",
                                "10s",
                                "10ms",
                                "0123456789abcdef",
                                "a",
                                "a@b.com")
                        .filter(text -> compiled.matcher(text).find())
                        .flatMap(text -> Stream.of("\n", "\r", "\r\n", "\u0085", "\u2028")
                                .map(text::concat)))
                .noneMatch(text -> compiled.matcher(text).find());
    }

    @Test
    @Timeout(30)
    void judgesLongFieldsOfEveryCall() throws InterruptedException {
        ApiFiles files = new ApiFiles();
        List<Rule> rules = OpenApiFiles.ALL.stream()
                .flatMap(file -> files.document(file).operations().stream())
                .flatMap(operation -> operation.body().stream())
                .toList();
        List<String> fields = OpenApiFiles.ALL.stream()
                .flatMap(OpenApiFiles::examples)
                .flatMap(example -> example.body().fieldNames().stream())
                .distinct()
                .toList();

        onASmallStack(() -> texts().forEach(text -> {
            JsonObject body = new JsonObject();
            fields.forEach(field -> body.put(field, text));
            rules.forEach(rule -> rule.accepts(body.getMap()));
        }));
    }

    private static Stream<String> texts() {
        return PARTS.stream()
                .map(part -> part.repeat(FULL_LENGTH / part.length()))
                .flatMap(text -> Stream.of(text, text + "!", "A" + text));
    }

    private static void onASmallStack(Runnable work) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, work, "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }
}
