package io.reloadagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What others wrote, as Maven has put it aside: in no class path of the build. */
final class Libraries {

    private static final Path ALL = Path.of(System.getProperty("libraries.directory"));

    private Libraries() {}

    /** All jars of a folder. */
    static List<Path> of(String folder) {
        try (Stream<Path> jars = Files.list(ALL.resolve(folder))) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One jar. */
    static Path jar(String folder, String name) {
        return ALL.resolve(folder).resolve(name);
    }
}
