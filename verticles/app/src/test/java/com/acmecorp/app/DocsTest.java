package com.acmecorp.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.acmecorp.events.EventType;
import com.acmecorp.events.Subscription;
import com.acmecorp.events.Subscriptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What README and docs say is so: links lead somewhere, tables are complete, lines work when pasted. */
class DocsTest {

    private static final int PASTE_TIMEOUT_S = 60;

    /** What each sample call answers, in their order; nothing that is in the call itself. */
    private static final List<String> ANSWERS = List.of(
            "\"status\":\"SUCCESS\"",
            "\"status\":\"DELIVERY_BOOKED\"",
            "\"sku\":\"LB001\"",
            "\"status\":\"SUCCESS\"",
            "\"deliveryUrl\":\"/delivery#order=",
            "\"deliveryOptions\":[\"",
            "\"name\":\"Ana Niño\"",
            "\"status\":\"DELIVERY_BOOKED\"",
            "\"status\":\"SUCCESS\"",
            "\"cancelToken\":\"",
            "\"status\":\"CANCELLED\"",
            "\"status\":\"SUCCESS\"",
            "\"deliveryOptions\":[\"",
            "{\"status\":\"ACCEPTED\"}",
            "{\"orderId\":12345678,\"customerName\":\"Sam Person\"",
            "Stock created for order 12345678",
            "No goods of order 12345678 were waiting to go back.",
            "Adding order ID \\\"12345678\\\" and $100 to the books!",
            "{\"orderId\":12345678,\"status\":",
            "The mail ready-for-delivery for order 12345678",
            "{\"data\":{\"updateOrderStatus\":{\"orderId\":12345678",
            "\"orgNumber\":5556667777",
            "\"event\":\"OrderPlaced\"",
            "{\"data\":{\"getConservation\":{\"accepted\":",
            "{\"data\":{\"getPartyDifferences\":[",
            "{\"alerts\":[",
            "acme_orders{class=\"accepted\"} ",
            "{\"status\":\"UP\"",
            "\"provider\":\"El Banco Blanco\"",
            "\"status\":\"SUCCESS\"",
            "\"customerStreet\":\"Calle 2\"",
            "\"linkGeneration\":1",
            "\"template\":\"order-received-again\"",
            "\"street\":\"Calle 2\"",
            "\"status\":\"CANCELLED\"",
            "\"action\":\"correctContact\"",
            "{\"deadLetters\":[]}",
            "No letter is dead.",
            "No letter waits.",
            "Nothing is to be replayed.",
            "\"to\":\"Ana Niño <ana@example.com>\"");

    /** An HTTP error fails its line, a server that doesn't answer as well, and no proxy is asked. */
    private static final String CURLRC = """
            fail-with-body
            max-time = 30
            noproxy = "*"
            """;

    private static final Path ROOT = Path.of("../..");
    private static final int README_BYTES = 14 * 1024;

    /** From the request to the row of a placed order, as a stranger reads on. */
    private static final List<String> WALK = List.of(
            "/web/WebVerticle.java",
            "/order/CreateOrder.java",
            "/write/SettlePayment.java",
            "/journal/Relay.java",
            "/order/PlaceOrder.java",
            "/write/PlaceOrder.java");

    private final Page readme = Page.of(ROOT.resolve("README.md"));

    private static List<Page> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream<Path> others =
                    Stream.of("README.md", "deploy/README.md", "conf/README.md").map(ROOT::resolve);
            return Stream.concat(others, docs.filter(file -> file.toString().endsWith(".md")))
                    .map(Page::of)
                    .toList();
        }
    }

    @Test
    void linkOnlyToWhatIsThere() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(10);
        assertThat(pages().stream().flatMap(DocsTest::brokenLinks)).isEmpty();
    }

    private static Stream<String> brokenLinks(Page page) {
        return page.files().stream()
                .filter(link -> !Files.exists(page.resolve(link)))
                .map(link -> page.file() + ": " + link);
    }

    @Test
    void areAllReachedFromTheReadme() throws IOException {
        Set<Path> seen = new HashSet<>();
        reach(readme, seen);

        assertThat(seen).containsAll(pages().stream().map(DocsTest::place).toList());
    }

    private static void reach(Page page, Set<Path> seen) {
        if (seen.add(place(page))) {
            page.files().stream()
                    .filter(link -> link.endsWith(".md"))
                    .forEach(link -> reach(Page.of(page.resolve(link)), seen));
        }
    }

    private static Path place(Page page) {
        return page.file().toAbsolutePath().normalize();
    }

    @Test
    void beginShort() {
        assertThat(readme.text().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(README_BYTES);
    }

    @Test
    void leadFromARequestToItsRowInAFewFiles() {
        assertThat(readme.files().stream()
                        .flatMap(link -> WALK.stream().filter(link::endsWith))
                        .distinct())
                .containsExactlyElementsOf(WALK);
    }

    @Test
    void listEverySettingAsItsReaderDescribesIt() throws IOException {
        String settings = SettingsHelp.acme().markdown();
        Path written = Files.writeString(Path.of("target/settings.md"), settings);

        assertThat(SettingsHelp.all())
                .allSatisfy(setting -> assertThat(setting.about()).isNotBlank())
                .allSatisfy(setting -> assertThat(settings).contains("`" + setting.key() + "`"));
        assertThat(Page.of(ROOT.resolve("docs/configuration.md")).text())
                .as("docs/configuration.md; its tables as they should be are in %s", written)
                .contains(settings);
    }

    @Test
    void knowWhoEmitsAndWhoListens() {
        assertThat(readme.table("| event | source | emitted when | subscribers |"))
                .extracting(row -> List.of(row.getFirst(), row.get(1), row.getLast()))
                .containsExactlyElementsOf(Stream.of(EventType.values())
                        .map(event -> List.of(event.wireName(), event.source(), subscribers(event)))
                        .toList());
    }

    private static String subscribers(EventType event) {
        return Subscriptions.all().stream()
                .filter(subscription -> subscription.event() == event)
                .map(DocsTest::shown)
                .collect(Collectors.joining(", "));
    }

    private static String shown(Subscription subscription) {
        return subscription.subscriber()
                + (subscription.testOrdersOnly() ? " (test orders only)" : "");
    }

    @Test
    @Timeout(180)
    void haveSamplesThatWorkHoweverOftenTheyArePasted(
            @TempDir(factory = WithDatabase.class) Path data, @TempDir Path folder)
            throws Exception {
        Ports ports = Ports.free();
        Configuration configuration = Configuration.read(List.of(), ports.settings(data), Map.of());
        Acme acme = new Acme(configuration.app(), "the secret of the docs");
        acme.start(configuration.contexts());
        try {
            List<String> lines = Stream.of("README.md", "docs/api.md")
                    .map(file -> Page.of(ROOT.resolve(file)))
                    .flatMap(page -> page.samples().stream())
                    .map(line -> line.replace("localhost:8080", "localhost:" + ports.shop())
                            .replace("localhost:8081", "localhost:" + ports.back()))
                    .toList();
            for (int paste = 0; paste < 2; paste++) {
                assertThat(paste(lines, folder)).containsSubsequence(conversation(lines));
            }
        } finally {
            acme.stop();
        }
    }

    /** Each line that calls, and a piece of its answer. */
    private static List<String> conversation(List<String> lines) {
        List<String> calls =
                lines.stream().filter(line -> line.contains("curl ")).toList();
        assertThat(calls).hasSameSizeAs(ANSWERS);
        return IntStream.range(0, calls.size())
                .boxed()
                .flatMap(i -> Stream.of(calls.get(i), ANSWERS.get(i)))
                .toList();
    }

    /** What a shell that stops at the first failure shows: each line and what came of it. */
    private static String paste(List<String> lines, Path folder) throws Exception {
        Files.writeString(folder.resolve(".curlrc"), CURLRC);
        Path script = Files.write(folder.resolve("pasted"), lines);
        Path screen = folder.resolve("screen");
        ProcessBuilder bash = new ProcessBuilder(
                        "bash", "-v", "-eu", "-o", "pipefail", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile());
        bash.environment().put("CURL_HOME", folder.toString());
        Process pasted = bash.start();
        boolean ended = pasted.waitFor(PASTE_TIMEOUT_S, TimeUnit.SECONDS);
        pasted.destroyForcibly();
        String shown = Files.readString(screen);
        assertThat(ended).as("it ended:\n%s", shown).isTrue();
        assertThat(pasted.exitValue()).as(shown).isZero();
        return shown;
    }
}
