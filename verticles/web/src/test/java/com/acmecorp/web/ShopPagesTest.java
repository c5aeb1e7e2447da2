package com.acmecorp.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** What no build step looks after: that the shop's pages agree with each other and the catalogue. */
class ShopPagesTest {

    private static final Path SHOP = Path.of("../../static");
    private static final Path CATALOGUE = Path.of("../../conf/catalogue.json");

    /** Some lines of the head, the link to the content, header, footer. */
    private static final Pattern SHARED =
            Pattern.compile("(?m)^  <(?:meta name=\"(?:viewport|theme)"
                    + "|link rel=\"(?:icon|style)|script src|noscript><link|a class=\"skip\").+$"
                    + "|(?s:<header.+?</header>|<footer.+</html>)");

    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(?:import|export) .*?\"\\./(.+?)\";");
    private static final Pattern KEY = Pattern.compile("^( +)\"?([\\w-]+)\"?:");

    @ParameterizedTest
    @ValueSource(strings = {"cart.html", "success.html", "delivery.html", "find.html", "404.html"})
    void haveTheSameAroundTheirContent(String page) {
        assertThat(all(SHARED, atRoot(page)))
                .hasSize(11)
                .isEqualTo(all(SHARED, atRoot("index.html")));
    }

    @Test
    void showTheCataloguesPlantsAndPrices() {
        String index = read("index.html");
        JsonArray catalogue = new JsonArray(text(CATALOGUE));

        assertThat(all("data-price=\"(\\w+)\"", index)).hasSize(catalogue.size());
        catalogue.stream().map(JsonObject.class::cast).forEach(plant -> {
            int cents = plant.getInteger("priceUsdCents");
            String dollars = "%d.%02d".formatted(cents / 100, cents % 100);
            String sku = plant.getString("sku");
            assertThat(card(sku, index))
                    .contains(">" + plant.getString("name") + "</h3>")
                    .contains("<data value=\"" + cents + "\" data-price=\"" + sku + "\">$" + dollars
                            + "&nbsp;USD</data>")
                    .contains("itemprop=\"price\" content=\"" + dollars + "\"")
                    .contains("src=\"img/" + sku + ".svg\"");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "texts",
                "texts-index",
                "texts-cart",
                "texts-checkout",
                "texts-order",
                "texts-success",
                "texts-link",
                "texts-cancel",
                "texts-delivery",
                "texts-change",
                "texts-find"
            })
    void sayTheSameInBothLanguages(String texts) {
        assertThat(keys("texts", "js/" + texts + ".es.js"))
                .isNotEmpty()
                .isEqualTo(keys("texts", "js/" + texts + ".en.js"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void canBeReadInSpanish(String page) {
        Set<String> spanish = texts(page, "es")
                .flatMap(file -> keys("page", file).stream())
                .collect(Collectors.toSet());

        assertThat(spanish).containsAll(all("data-text=\"(.+?)\"", read(page)));
    }

    @Test
    void translateNothingThatNoPageShows() {
        Set<String> shown = pages().flatMap(page -> all("data-text=\"(.+?)\"", read(page)).stream())
                .collect(Collectors.toSet());

        assertThat(shown)
                .containsAll(pages().flatMap(page -> texts(page, "es"))
                        .distinct()
                        .flatMap(file -> keys("page", file).stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nameEachElementOnce(String page) {
        assertThat(all(" id=\"(.+?)\"", read(page))).doesNotHaveDuplicates();
        assertThat(all("(?: for|aria-describedby|aria-labelledby)=\"(.+?)\"", read(page)))
                .isSubsetOf(all(" id=\"(.+?)\"", read(page)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void loadTheirModulesAtOnce(String page) {
        assertThat(all("rel=\"modulepreload\" fetchpriority=\"low\" href=\"/?(.+?)\"", read(page)))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(modules(page).stream()
                        .filter(module -> !module.equals(entry(page)))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void staySmall(String page) {
        for (String language : List.of("en", "es")) {
            Stream<String> scripts = Stream.of(
                            Stream.of("js/early.js"), modules(page).stream(), texts(page, language))
                    .flatMap(files -> files);
            assertThat(gzippedBytes(scripts)).isLessThanOrEqualTo(15_000);
        }
        assertThat(gzippedBytes(Stream.of("css/base.css", "css/shop.css", "css/no-js.css")))
                .isLessThanOrEqualTo(8_000);
    }

    private static Stream<String> pages() {
        return Stream.of(
                "index.html",
                "cart.html",
                "success.html",
                "delivery.html",
                "find.html",
                "404.html");
    }

    /** A page that is shown at any address says from where its files are; the others needn't. */
    private static String atRoot(String page) {
        return read(page).replace("=\"/", "=\"");
    }

    private static String card(String sku, String index) {
        return all("(?s)<li class=\"card\".+?</li>", index).stream()
                .filter(card -> card.contains("data-sku=\"" + sku + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> texts(String page, String language) {
        Stream<String> further = all("data-texts=\"(.+?)\"", read(page)).stream()
                .flatMap(texts -> Stream.of(texts.split(" ", -1)));
        return Stream.concat(Stream.of("texts"), further)
                .map(texts -> "js/" + texts + "." + language + ".js");
    }

    private static String entry(String page) {
        return first("<script type=\"module\" src=\"/?(.+?)\"", read(page));
    }

    /** The page's own module and whatever it imports, directly or not. */
    private static Set<String> modules(String page) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(entry(page)));
        while (!open.isEmpty()) {
            String module = open.pop();
            if (found.add(module)) {
                all(IMPORT, read(module)).forEach(imported -> open.push("js/" + imported));
            }
        }
        return found;
    }

    /** The keys of that object in a module, each after those that it is within. */
    private static Set<String> keys(String object, String module) {
        Set<String> keys = new TreeSet<>();
        TreeMap<Integer, String> path = new TreeMap<>();
        String body = first("export const " + object + " = \\{\n(.+?)\n\\};", read(module));
        for (String line : body.lines().toList()) {
            KEY.matcher(line).results().forEach(key -> {
                int depth = key.group(1).length();
                path.tailMap(depth, true).clear();
                path.put(depth, key.group(2));
                keys.add(String.join(".", path.values()));
            });
        }
        return keys;
    }

    private static int gzippedBytes(Stream<String> files) {
        return files.mapToInt(file -> gzip(read(file))).sum();
    }

    private static int gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    private static String first(String pattern, String text) {
        return all(Pattern.compile(pattern, Pattern.DOTALL), text).getFirst();
    }

    private static List<String> all(String pattern, String text) {
        return all(Pattern.compile(pattern), text);
    }

    /** The first group of each match, or all of it. */
    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(match.groupCount() > 0 ? 1 : 0))
                .toList();
    }

    private static String read(String file) {
        return text(SHOP.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
