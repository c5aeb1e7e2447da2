package com.acmecorp.web.openapi;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The OpenAPI documents of the jar, each read once, though one may refer to parts of another. */
public final class ApiFiles {

    private static final String FOLDER = "/openapi/";

    private final Map<String, Node> roots = new HashMap<>();

    /**
     * What a document promises, with its schemas compiled. Blocks.
     *
     * @throws IllegalStateException when it uses something that isn't understood here
     */
    public ApiDocument document(String file) {
        return ApiDocument.of(root(file));
    }

    Node root(String file) {
        return roots.computeIfAbsent(file, this::read);
    }

    private Node read(String file) {
        try (InputStream yaml = ApiFiles.class.getResourceAsStream(FOLDER + file)) {
            if (yaml == null) {
                throw new IllegalStateException("missing in the jar: " + FOLDER + file);
            }
            Map<String, Object> root =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return new Node(this, file, root);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot be read: " + FOLDER + file, e);
        }
    }
}
