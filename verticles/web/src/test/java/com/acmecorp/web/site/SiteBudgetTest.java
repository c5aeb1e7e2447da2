package com.acmecorp.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page is there at once on a phone's connection. {@code ./acme lighthouse} measures that; this keeps its bytes in bounds. */
class SiteBudgetTest {

    private static final int MOST_SCRIPT_BYTES = 15_000;
    private static final int MOST_STYLE_BYTES = 8_000;
    private static final int MOST_PAGE_BYTES = 100_000;

    private static final SiteFiles SHOP = SiteFiles.inFolder(Path.of("../../static"));

    static List<String> pages() {
        return SHOP.byPath().keySet().stream()
                .filter(path -> path.endsWith(".html"))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void keepsAPageSmall(String page) {
        PageFiles files = PageFiles.of(SHOP, page);

        assertThat(files.bytes("js"))
                .as("scripts of %s\n%s", page, files)
                .isLessThan(MOST_SCRIPT_BYTES);
        assertThat(files.bytes("css"))
                .as("styles of %s\n%s", page, files)
                .isLessThan(MOST_STYLE_BYTES);
        assertThat(files.bytes()).as("all of %s\n%s", page, files).isLessThan(MOST_PAGE_BYTES);
    }

    @Test
    void followsWhatAPageNames(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        write(folder, "page.html", """
                <link rel="canonical" href="elsewhere.html"><a href="other.html">other</a>
                <link rel="stylesheet" href="a/one.css"><link href="icon.svg" rel="icon">
                <img alt="" src="x.png"><svg><use href="icon.svg#leaf"></use></svg>
                <script type="module" src="a/one.js"></script>
                """);
        write(folder, "a/one.css", "@import 'b/two.css'; p { background: url(data:image/png,x) }");
        write(folder, "a/b/two.css", "p { background: url(\"../../x.png\") }");
        write(folder, "a/one.js", "import { x } from \"./b/two.js\"; import(\"./later.js\");");
        write(folder, "a/b/two.js", "import '../three.js';\nexport { y } from \"../one.js\";");
        write(folder, "a/three.js", "x");
        write(folder, "icon.svg", "<svg/>");
        write(folder, "x.png", "123");
        SiteFiles site = SiteFiles.inFolder(folder);

        PageFiles files = PageFiles.of(site, "page.html");

        assertThat(files.toString().lines().map(line -> line.substring(7)))
                .containsExactlyInAnyOrder(
                        "page.html",
                        "a/one.css",
                        "a/b/two.css",
                        "icon.svg",
                        "x.png",
                        "a/one.js",
                        "a/b/two.js",
                        "a/three.js");
        assertThat(files.bytes("png")).isEqualTo(3);
    }

    @Test
    void noticesWhatIsNotThere(@TempDir Path folder) throws IOException {
        write(folder, "page.html", "<script type=\"module\" src=\"gone.js\"></script>");
        SiteFiles site = SiteFiles.inFolder(folder);

        assertThatThrownBy(() -> PageFiles.of(site, "page.html"))
                .hasMessage("page.html names /gone.js");
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
