package com.acmecorp.web.plants;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

class IllustrationsTest {

    private static final Path SHOP = Path.of("../../static");
    private static final SortedMap<String, String> DRAWN = Illustrations.files();
    private static final String COMMAND = "java verticles/web/src/test/java/"
            + "com/acmecorp/web/plants/Illustrations.java static";
    private static final int MOST_BYTES = 8_000;
    private static final Set<String> ELEMENTS = Set.of("svg", "style", "defs", "g", "path", "use");
    private static final Set<String> ATTRIBUTES = Set.of(
            "xmlns",
            "viewBox",
            "id",
            "d",
            "href",
            "transform",
            "fill",
            "color",
            "stroke",
            "stroke-width",
            "stroke-linecap");
    private static final Set<String> PAINTS = Set.of("fill", "color", "stroke");

    static Set<String> files() {
        return DRAWN.keySet();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areInTheShopAsTheyAreDrawn(String file) {
        assertThat(SHOP.resolve(file))
                .as("Draw the pictures anew, in the repository's folder: %s", COMMAND)
                .hasContent(drawn(file));
    }

    @Test
    void areAllThePicturesInTheShop() throws IOException {
        try (Stream<Path> pictures = Files.list(SHOP.resolve("img"))) {
            assertThat(pictures.map(path -> SHOP.relativize(path).toString())).isSubsetOf(files());
        }
    }

    @Test
    void showEachPlantOfTheCatalogue() throws IOException {
        JsonArray catalogue = new JsonArray(Files.readString(Path.of("../../conf/catalogue.json")));

        assertThat(files()).hasSize(catalogue.size() + 1).contains("favicon.svg");
        for (int i = 0; i < catalogue.size(); i++) {
            String sku = catalogue.getJsonObject(i).getString("sku");
            assertThat(files()).contains("img/" + sku + ".svg");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void areSmall(String file) {
        assertThat(drawn(file).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("files")
    void neitherRunAnythingNorLoadAnything(String file) throws Exception {
        for (Element element : elements(drawn(file))) {
            assertThat(element.getTagName()).isIn(ELEMENTS);
            assertThat(attributes(element)).isSubsetOf(ATTRIBUTES);
            assertThat(element.getAttribute("href")).matches("|#[a-z][0-9]*");
        }
        assertThat(drawn(file)).doesNotContain("url(", "@import");
    }

    @ParameterizedTest
    @MethodSource("files")
    void useOnlySymbolsThatTheyHave(String file) throws Exception {
        List<Element> elements = elements(drawn(file));
        List<String> symbols =
                elements.stream().map(each -> "#" + each.getAttribute("id")).toList();

        assertThat(symbols).filteredOn(id -> !id.equals("#")).doesNotHaveDuplicates();
        assertThat(elements.stream().map(each -> each.getAttribute("href")))
                .filteredOn(href -> !href.isEmpty())
                .isSubsetOf(symbols);
    }

    @ParameterizedTest
    @MethodSource("files")
    void haveAColourInTheDarkForEachOfTheDay(String file) throws Exception {
        List<Element> elements = elements(drawn(file));
        String style = elements.get(1).getTextContent();

        assertThat(style).startsWith("@media(prefers-color-scheme:dark){");
        for (Element element : elements) {
            for (String paint : PAINTS) {
                String color = element.getAttribute(paint);
                if (color.startsWith("#")) {
                    assertThat(style).contains("[%s=\"%s\"]{%s:#".formatted(paint, color, paint));
                }
            }
        }
    }

    @Test
    void jittersOnePlantAlwaysTheSameAndTwoPlantsDifferently() {
        assertThat(jitter("LB001")).isEqualTo(jitter("LB001")).isNotEqualTo(jitter("LB002"));
    }

    private static List<Double> jitter(String plant) {
        Jitter jitter = new Jitter(plant);
        return Stream.generate(() -> jitter.around(0, 1)).limit(10).toList();
    }

    private static String drawn(String file) {
        return DRAWN.getOrDefault(file, "");
    }

    private static List<Element> elements(String picture) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.getBytes(UTF_8)));
        NodeList nodes = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> attributes.item(i).getNodeName())
                .toList();
    }
}
