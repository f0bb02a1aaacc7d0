package io.reloadagent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The directory that an application runs in, with its configuration files.
 *
 * @param directory exists; deleted by whoever made it
 */
record Workspace(Path directory) {

    static final String SOURCE = "app.yaml";
    static final String CONFIGURATION = "reload-agent.yaml";

    Path file(String name) {
        return directory.resolve(name);
    }

    /** Gives the source a content, by an atomic rename, as deployment tools do. */
    Workspace source(String... lines) {
        return replace(SOURCE, lines);
    }

    /** The same for a source of this format, which is named after it; entries are {@code path=value}. */
    Workspace source(SourceFormat format, String... entries) {
        return replace(format.file(), format.lines(entries));
    }

    /** Gives the agent's configuration file a content. */
    Workspace configuration(String... lines) {
        return replace(CONFIGURATION, lines);
    }

    /** Writes the source in place, as simple editors do. */
    void overwriteSource(String... lines) {
        write(file(SOURCE), lines);
    }

    void delete(String name) {
        try {
            Files.delete(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives any file a content, by an atomic rename. */
    Workspace replace(String name, String... lines) {
        Path fresh = write(file(name + ".new"), lines);
        try {
            Files.move(fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Path file, String... lines) {
        try {
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
