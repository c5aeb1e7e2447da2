package com.acmecorp.web.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that a browser fetches to show a page: what the page names, and what these name in turn. */
final class PageFiles {

    private static final Pattern NAMED_IN_HTML = Pattern.compile(
            "<link(?=[^>]* rel=\"(?:stylesheet|icon|manifest|preload|modulepreload)\")"
                    + "[^>]* href=\"([^\"#]+)"
                    + "|<(?:script|img|source)\\b[^>]* src=\"([^\"#]+)"
                    + "|<(?:use|image)\\b[^>]* href=\"([^\"#]+)");
    private static final Pattern NAMED_IN_CSS =
            Pattern.compile("url\\(\\s*[\"']?(?!data:)([^\"')#]+)|@import\\s+[\"']([^\"']+)");

    /** What is imported only when a script comes to it counts when it does, not here. */
    private static final Pattern NAMED_IN_SCRIPT =
            Pattern.compile("\\b(?:from|import)\\s*[\"'](\\.{1,2}/[^\"']+)");

    private final SiteFiles site;
    private final Map<String, SiteFile> found = new LinkedHashMap<>();

    private PageFiles(SiteFiles site) {
        this.site = site;
    }

    /**
     * Follows a page's references.
     *
     * @throws AssertionError when one leads nowhere
     */
    static PageFiles of(SiteFiles site, String page) {
        PageFiles files = new PageFiles(site);
        files.add("/" + page, page);
        return files;
    }

    private void add(String path, String namedBy) {
        SiteFile file =
                site.find(path).orElseThrow(() -> new AssertionError(namedBy + " names " + path));
        if (found.putIfAbsent(file.path(), file) == null) {
            named(file).forEach(name -> add(URI.create(path).resolve(name).getPath(), file.path()));
        }
    }

    private static Stream<String> named(SiteFile file) {
        String text = file.content().toString(UTF_8);
        return switch (extension(file)) {
            case "html" -> named(NAMED_IN_HTML, text);
            case "css" -> named(NAMED_IN_CSS, text);
            case "js" -> named(NAMED_IN_SCRIPT, text);
            default -> Stream.empty();
        };
    }

    private static Stream<String> named(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(PageFiles::group);
    }

    private static String group(MatchResult match) {
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.group(group) != null) {
                return match.group(group);
            }
        }
        throw new IllegalStateException("a pattern without a group");
    }

    private static String extension(SiteFile file) {
        return file.path().substring(file.path().lastIndexOf('.') + 1);
    }

    /** Bytes that travel, compressed where the site compresses, of files with that extension. */
    int bytes(String extension) {
        return found.values().stream()
                .filter(file -> extension(file).equals(extension))
                .mapToInt(PageFiles::bytes)
                .sum();
    }

    int bytes() {
        return found.values().stream().mapToInt(PageFiles::bytes).sum();
    }

    private static int bytes(SiteFile file) {
        return file.gzipped().map(Buffer::length).orElse(file.content().length());
    }

    @Override
    public String toString() {
        return String.join(
                "\n",
                found.values().stream()
                        .map(file -> "%6d %s".formatted(bytes(file), file.path()))
                        .toList());
    }
}
