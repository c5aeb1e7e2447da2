package com.acmecorp.app;

import com.acmecorp.platform.config.Settings;
import com.acmecorp.platform.config.SettingsException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Everything that was set, read and checked before anything starts.
 *
 * @param contexts those that run here, in their order
 */
record Configuration(AppConfig app, List<Context.Configured> contexts) {

    /**
     * Reads all layers.
     *
     * @throws SettingsException with everything that is wrong
     */
    static Configuration read(
            List<Path> files, Map<String, String> values, Map<String, String> environment) {
        Settings settings = ConfigurationLayers.settings(files, values, environment);
        AppConfig app = AppConfig.from(settings, Contexts.names());
        List<Context.Configured> contexts = Contexts.read(settings).stream()
                .filter(context -> app.contexts().contains(context.name()))
                .toList();
        settings.check();
        return new Configuration(app, contexts);
    }
}
