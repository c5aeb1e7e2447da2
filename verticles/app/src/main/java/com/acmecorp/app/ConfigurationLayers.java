package com.acmecorp.app;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

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

/**
 * Where settings come from, the weakest first: in {@linkplain LocalMode local mode} the jar's local.json, then files,
 * single values, the environment.
 */
final class ConfigurationLayers {

    private static final String LOCAL = "/conf/local.json";

    /** Of a setting that is named twice, the first value would be ignored. */
    private static final JsonMapper NAMING_ONCE = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

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
        files.forEach(file -> layers.add(read(file)));
        layers.add(new JsonObject(Map.copyOf(values)));
        if (LocalMode.of(new Settings(layers, environment)).isOn()) {
            layers.addFirst(local());
        }
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
            String text = Files.readString(file);
            JsonObject settings = new JsonObject(text);
            NAMING_ONCE.readTree(text);
            return settings;
        } catch (JsonProcessingException e) {
            throw unusable(file, "names a setting twice" + place(e));
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file");
        } catch (DecodeException e) {
            throw unusable(file, "is not a JSON object" + place(e.getCause()));
        } catch (IOException e) {
            throw unusable(file, "can't be read");
        }
    }

    private static String place(@Nullable Throwable error) {
        return error instanceof JsonProcessingException syntax && syntax.getLocation() != null
                ? ", look at line " + syntax.getLocation().getLineNr()
                : "";
    }

    private static SettingsException unusable(Path file, String why) {
        return new SettingsException(List.of(file + ": " + why));
    }
}
