package io.reloadagent.examples.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new directory with the application's and the agent's configuration; deleted with all its content when closed. */
final class WorkingDirectory implements AutoCloseable {

    static final String APPLICATION_FILE = "app.yaml";
    static final String AGENT_FILE = "reload-agent.yaml";

    private final Path directory;

    private WorkingDirectory(Path directory) {
        this.directory = directory;
    }

    static WorkingDirectory create(Settings settings) throws IOException {
        WorkingDirectory created = new WorkingDirectory(Files.createTempDirectory("reload-agent-demo"));
        created.replace(settings);
        try (InputStream rules = WorkingDirectory.class.getResourceAsStream(AGENT_FILE)) {
            Files.copy(rules, created.directory.resolve(AGENT_FILE));
        }
        return created;
    }

    Path path() {
        return directory;
    }

    /**
     * Replaces the application's file by an atomic rename, as editors and deployment tools do.
     *
     * @return the {@link System#nanoTime} right before the rename
     */
    long replace(Settings settings) throws IOException {
        Path written = Files.writeString(directory.resolve(APPLICATION_FILE + ".new"), settings.asYaml());
        Path file = directory.resolve(APPLICATION_FILE);
        long before = System.nanoTime();
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return before;
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(directory)) {
            for (Path path : deepestFirst()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
