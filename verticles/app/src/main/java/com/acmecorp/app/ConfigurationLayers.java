package com.acmecorp.app;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;
import com.fasterxml.jackson.core.JsonProcessingException;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where settings come from, the weakest first: the jar's local.json, files, single values, the environment. */
final class ConfigurationLayers {

    private static final String LOCAL = "/conf/local.json";

    private ConfigurationLayers() {}

    /**
     * The settings of all layers.
     *
     * @param values single settings by their key
     * @throws SettingsException when a file can't be used
     */
    static Settings settings(
            List<Path> files, Map<String, String> values, Map<String, String> environment) {
        List<JsonObject> layers = new ArrayList<>();
        layers.add(local());
        files.forEach(file -> layers.add(read(file)));
        layers.add(new JsonObject(Map.copyOf(values)));
        return new Settings(layers, environment);
    }

    private static JsonObject local() {
        try (InputStream file = ConfigurationLayers.class.getResourceAsStream(LOCAL)) {
            if (file == null) {
                throw new IllegalStateException("missing in the jar: " + LOCAL);
            }
            return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject read(Path file) {
        try {
            return new JsonObject(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file");
        } catch (DecodeException e) {
            throw unusable(file, "is not a JSON object" + place(e));
        } catch (IOException e) {
            throw unusable(file, "can't be read");
        }
    }

    private static String place(DecodeException error) {
        return error.getCause() instanceof JsonProcessingException syntax
                        && syntax.getLocation() != null
                ? ", look at line " + syntax.getLocation().getLineNr()
                : "";
    }

    private static SettingsException unusable(Path file, String why) {
        return new SettingsException(List.of(file + ": " + why));
    }
}
