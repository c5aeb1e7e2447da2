package com.acmecorp.web.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All files of a site, by their path from its root. What isn't in here can't be fetched: no request
 * ever becomes the name of a file on disk.
 */
public record SiteFiles(Map<String, SiteFile> byPath) {

    public SiteFiles {
        byPath = Map.copyOf(byPath);
    }

    /** The site in that folder. Blocks. */
    public static SiteFiles inFolder(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> files = paths.filter(Files::isRegularFile).toList();
            return new SiteFiles(files.stream()
                    .collect(Collectors.toMap(
                            file -> pathFrom(root, file), file -> read(root, file))));
        } catch (IOException e) {
            throw new UncheckedIOException("the site can't be read: " + root, e);
        }
    }

    /** The site in that folder of the class path, be it a jar or a directory. Blocks. */
    public static SiteFiles inClassPath(String folder) {
        URL url = SiteFiles.class.getResource("/" + folder);
        if (url == null) {
            throw new IllegalStateException("the jar has no folder " + folder);
        }
        try {
            return url.openConnection() instanceof JarURLConnection jar
                    ? inJar(jar.getJarFileURL().toURI(), folder)
                    : inFolder(Path.of(url.toURI()));
        } catch (IOException e) {
            throw new UncheckedIOException("the site can't be read: " + url, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has an impossible address: " + url, e);
        }
    }

    private static SiteFiles inJar(URI jar, String folder) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
            return inFolder(files.getPath(folder));
        }
    }

    /**
     * The file that a request's path means: a page is also found without its ending, and / is the
     * index.
     */
    Optional<SiteFile> find(String path) {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        return Optional.ofNullable(byPath.get(name))
                .or(() -> Optional.ofNullable(byPath.get(name + ".html")));
    }

    /**
     * The origin of the API that the pages call when it is another than their own: {@code
     * config.json} tells it to them, and so to us.
     */
    Set<String> apiOrigins() {
        return find("/config.json")
                .map(config -> config.content().toJsonObject().getString("api", ""))
                .map(URI::create)
                .filter(URI::isAbsolute)
                .map(api -> Set.of(api.getScheme() + "://" + api.getAuthority()))
                .orElse(Set.of());
    }

    private static String pathFrom(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static SiteFile read(Path root, Path file) {
        try {
            return SiteFile.of(pathFrom(root, file), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the site can't be read: " + file, e);
        }
    }
}
