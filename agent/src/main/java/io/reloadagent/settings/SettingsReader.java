package io.reloadagent.settings;

import io.reloadagent.source.FileSource;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.Sources;
import io.reloadagent.source.format.Formats;
import io.reloadagent.source.kind.VariablesFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Gathers the settings. What stands in the agent's arguments counts before a system property, that before a variable of
 * the environment, that before the configuration file, that before the default.
 */
public final class SettingsReader {

    private final Properties properties;
    private final Map<String, String> environment;

    /** Creates a reader of these system properties and this environment. */
    public SettingsReader(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * Reads the settings.
     *
     * @param arguments the agent's arguments, {@code key=value[,key=value...]}; null for none
     * @throws SettingsException if anything is wrong, in any of the places
     */
    public Settings read(String arguments) throws SettingsException {
        return gather(Arguments.parse(arguments), false);
    }

    /**
     * Reads the settings with a configuration file that is to be checked: refuses as well what the agent only warns of, and goes on
     * without, an address that HTTP cannot listen at, or that no webhook may be at.
     *
     * @param file the file; not null
     * @throws SettingsException if anything is wrong, in any of the places
     */
    public Settings readFile(String file) throws SettingsException {
        return gather(Collections.singletonMap(SettingCatalog.CONFIG.key(), file), true);
    }

    private Settings gather(Map<String, String> given, boolean strict) throws SettingsException {
        refuseUnknownProperties();
        Map<Setting<?>, Object> values = new HashMap<>();
        for (Setting<?> setting : SettingCatalog.ALL) {
            read(setting, given, values);
        }
        String config = (String) values.getOrDefault(SettingCatalog.CONFIG, "");
        String source = (String) values.getOrDefault(SettingCatalog.SOURCE, "");
        ConfigurationFile file = config.isEmpty() ? ConfigurationFile.none() : open(path(config, "config"), strict);
        file.values().forEach(values::putIfAbsent);
        List<Source> sources = new ArrayList<>(file.sources().sources());
        if (!source.isEmpty()) {
            sources.add(file(path(source, "source")));
        }
        if (sources.isEmpty()) {
            throw new SettingsException("no source: say where the values come from, source=FILE in the agent's"
                    + " arguments, or config=FILE with 'sources:' in that file");
        }
        Settings settings = new Settings(
                values,
                sources,
                file.sources().origins(),
                file.rules(),
                file.applyRules(),
                file.secret(),
                file.modules());
        SettleWindow.check(settings);
        return settings;
    }

    /** The environment may hold variables of this kind that are for others, such as a build; properties may not. */
    private void refuseUnknownProperties() throws SettingsException {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(Setting.PROPERTY_PREFIX)) {
                String key = name.substring(Setting.PROPERTY_PREFIX.length());
                if (SettingCatalog.find(key) == null) {
                    throw new SettingsException("unknown system property '" + name + "'" + KnownKeys.advice(key));
                }
            }
        }
    }

    private void read(Setting<?> setting, Map<String, String> given, Map<Setting<?>, Object> values)
            throws SettingsException {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("argument " + setting.key(), given.get(setting.key()));
        places.put("system property " + setting.property(), properties.getProperty(setting.property()));
        places.put("environment variable " + setting.variable(), environment.get(setting.variable()));
        for (Map.Entry<String, String> place : places.entrySet()) {
            if (place.getValue() != null) {
                values.put(setting, parse(setting, place.getValue(), place.getKey()));
                return;
            }
        }
    }

    static <T> T parse(Setting<T> setting, String text, String place) throws SettingsException {
        try {
            return setting.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(place + ": " + e.getMessage() + ", found '" + text + "'", e);
        }
    }

    private static Path path(String text, String key) throws SettingsException {
        try {
            return Paths.get(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new SettingsException(key + ": '" + text + "' is not a file's name: " + e.getReason(), e);
        }
    }

    private static Source file(Path file) {
        return new FileSource(file, VariablesFormat.forFile(Formats.of(file)));
    }

    private static ConfigurationFile open(Path file, boolean strict) throws SettingsException {
        try {
            Snapshot snapshot =
                    new Sources(Collections.singletonList(new FileSource(file, Formats.YAML)), Duration.ZERO).read();
            return ConfigurationFile.of(file, snapshot.parse(), strict);
        } catch (SourceException e) {
            throw new SettingsException(e.getMessage().replace("\n", "; "), e);
        }
    }
}
