package io.reloadagent.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What references outside of the documents led to at one moment: variables of the environment, system properties, files. Each is
 * looked up once and stays the same. Equal to others that found the same. For one thread at a time; not changed once everything that
 * documents ask for was looked up.
 */
final class Surroundings {

    private final Map<String, Found> found = new LinkedHashMap<>();
    private final List<Path> files = new ArrayList<>();

    /** What a variable of the environment is; may be the system's {@link System#getenv(String)}. */
    private final Function<String, String> environment;

    Surroundings(Function<String, String> environment) {
        this.environment = environment;
    }

    Found environment(String name) {
        return found.computeIfAbsent(
                "env:" + name, key -> Found.of(name.isEmpty() ? null : environment.apply(name), "is not set"));
    }

    Found property(String name) {
        return found.computeIfAbsent(
                "sys:" + name, key -> Found.of(name.isEmpty() ? null : System.getProperty(name), "is not set"));
    }

    /** @param asking the source that names the file; a relative name starts beside it, if it is a file itself */
    Found file(String name, String asking) {
        try {
            Path asker = Paths.get(asking);
            Path file = (asker.isAbsolute()
                            ? asker.resolveSibling(name)
                            : Paths.get(name).toAbsolutePath())
                    .normalize();
            return found.computeIfAbsent("file:" + file, key -> {
                files.add(file);
                return ReferencedFile.read(file);
            });
        } catch (InvalidPathException e) {
            return Found.nothing("is not a file's name");
        }
    }

    /** The files that were looked up; unmodifiable. */
    List<Path> files() {
        return Collections.unmodifiableList(files);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Surroundings && found.equals(((Surroundings) other).found);
    }

    @Override
    public int hashCode() {
        return found.hashCode();
    }
}
