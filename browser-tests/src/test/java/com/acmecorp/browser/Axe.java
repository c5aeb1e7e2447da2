package com.acmecorp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks for barriers in a page as it is now: on a phone and on a desk, by day and by night. */
final class Axe {

    private static final int DESK = 1280;
    private static final List<Integer> WIDTHS = List.of(320, DESK);
    private static final List<ColorScheme> LIGHTS = List.of(ColorScheme.DARK, ColorScheme.LIGHT);
    private static final int HEIGHT = 800;
    private static final String SCRIPT = script();

    /** Every rule that axe has switched on, and the one of WCAG 2.2 that it hasn't; none reads stylesheets. */
    private static final Map<String, Object> ALL =
            Map.of("rules", Map.of("target-size", Map.of("enabled", true)));

    /** Day and night differ in colours only, so the rest needn't be looked for twice. */
    private static final Map<String, Object> COLOURS =
            Map.of("runOnly", List.of("color-contrast", "link-in-text-block"));

    private static final String FIND_BARRIERS = """
            async (options) => {
              const { violations } = await axe.run(document, { ...options, preload: false, resultTypes: ["violations"] });
              return violations.flatMap(({ id, help, nodes }) =>
                nodes.map(({ target, failureSummary }) =>
                  `${id} (${help}) at ${target}: ${failureSummary.replace(/\\s+/g, " ")}`));
            }""";

    private static final String TOO_WIDE =
            "() => document.scrollingElement.scrollWidth > document.documentElement.clientWidth";

    private Axe() {}

    static void inspect(Page page, String state) {
        if (page.evaluate("() => typeof axe").equals("undefined")) {
            page.evaluate(SCRIPT);
        }
        List<String> barriers = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            for (ColorScheme light : LIGHTS) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(light));
                String where = width + " px, " + light + ": ";
                ((List<?>) page.evaluate(FIND_BARRIERS, light == ColorScheme.DARK ? COLOURS : ALL))
                        .forEach(barrier -> barriers.add(where + barrier));
            }
            if (isTooWide(page)) {
                barriers.add(width + " px: the page must be scrolled sideways");
            }
        }
        assertThat(barriers).as("barriers in the state \"%s\"", state).isEmpty();
    }

    static boolean isTooWide(Page page) {
        return (Boolean) page.evaluate(TOO_WIDE);
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(
                Axe.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
