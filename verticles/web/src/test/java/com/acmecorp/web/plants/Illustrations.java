package com.acmecorp.web.plants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Draws the shop's pictures anew. With a JDK 25, in the repository's folder:
 *
 * <pre>java verticles/web/src/test/java/com/acmecorp/web/plants/Illustrations.java static</pre>
 */
public final class Illustrations {

    private static final Map<String, Plant> PLANTS = Map.of(
            "LB001", new Bracken(),
            "LB002", new Monstera(),
            "EX001", new BirdOfParadise(),
            "EX002", new GnarledBonsai(),
            "BB001", new SmallBonsai(),
            "BB002", new RubberPlant());

    private Illustrations() {}

    /** Writes the files into the folder of the shop's pages. */
    public static void main(String... folder) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(Path.of(folder[0], file.getKey()), file.getValue());
        }
    }

    /** Each file's content by its place in the shop. */
    static SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("favicon.svg", Mark.draw().toString());
        PLANTS.forEach((sku, plant) -> files.put("img/" + sku + ".svg", draw(sku, plant)));
        return files;
    }

    private static String draw(String sku, Plant plant) {
        Svg svg = new Svg("0 0 200 200");
        Arch arch = new Arch(plant.tint());
        arch.draw(svg);
        plant.draw(svg, arch, new Jitter(sku));
        return svg.toString();
    }
}
