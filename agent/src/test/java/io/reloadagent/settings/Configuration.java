package io.reloadagent.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The places that settings come from, as a test fills them. */
final class Configuration {

    final Properties properties = new Properties();
    final Map<String, String> environment = new HashMap<>();
    private final Path directory;

    Configuration(Path directory) {
        this.directory = directory;
    }

    /** The files of all sources. */
    static List<Path> files(Settings settings) {
        return settings.sources().stream()
                .flatMap(source -> source.watched().stream())
                .collect(Collectors.toList());
    }

    /** Reads reload.yaml with this content. */
    Settings readFile(String yaml) throws IOException, SettingsException {
        return read("config=" + write(yaml));
    }

    Path write(String yaml) throws IOException {
        return Files.writeString(directory.resolve("reload.yaml"), yaml);
    }

    Settings read(String arguments) throws SettingsException {
        return new SettingsReader(properties, environment).read(arguments);
    }

    /** What is wrong with reload.yaml with this content; without the name of the directory. */
    String refusal(String yaml) throws IOException {
        Path file = write(yaml);
        try {
            read("config=" + file);
            throw new AssertionError("not refused: " + yaml);
        } catch (SettingsException e) {
            return e.getMessage().replace(directory + "/", "");
        }
    }
}
