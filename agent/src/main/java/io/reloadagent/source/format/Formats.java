package io.reloadagent.source.format;

import io.reloadagent.source.Format;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All formats that the agent understands, by name and by a file's extension. */
public final class Formats {

    /** Also of files whose extension says nothing. */
    public static final Format YAML = new YamlFormat();

    private static final Map<String, Format> BY_NAME = new LinkedHashMap<>();
    private static final Map<String, Format> BY_EXTENSION = new LinkedHashMap<>();

    static {
        add(YAML, "yaml", "yml");
        add(new JsonFormat(), "json");
        add(new TomlFormat(), "toml");
        add(PropertiesFormat.utf8(), "properties");
        add(PropertiesFormat.latin1());
        add(new EnvFormat(), "env");
    }

    private Formats() {}

    private static void add(Format format, String... extensions) {
        BY_NAME.put(format.name(), format);
        for (String extension : extensions) {
            BY_EXTENSION.put(extension, format);
        }
    }

    /** The names of all formats, in the order of the documentation; unmodifiable. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(BY_NAME.keySet());
    }

    /** The format of a name; null if there is none. */
    public static Format named(String name) {
        return BY_NAME.get(name);
    }

    /** The format that a file's extension tells; YAML if it tells none. Also {@code .env.local} is an environment file. */
    public static Format of(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        if (name.startsWith(".env.")) {
            return BY_NAME.get("env");
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(extension, YAML);
    }
}
