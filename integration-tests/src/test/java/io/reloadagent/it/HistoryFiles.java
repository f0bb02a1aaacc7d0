package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The directory in which an application's agent keeps its history.
 *
 * @param directory need not exist yet
 */
record HistoryFiles(Path directory) {

    static final String NAME = "history";

    static HistoryFiles of(Workspace workspace) {
        return new HistoryFiles(workspace.file(NAME));
    }

    /** The files whose names end like this, {@code -version-2.json}, in their order. */
    List<Path> named(String end) {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the one, with what its version was made from. */
    Path await(String end) {
        Awaitility.await(end)
                .atMost(Application.PATIENCE)
                .until(() -> named(end).size() == 1 && isWhole(named(end).get(0)));
        return named(end).get(0);
    }

    private static boolean isWhole(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).contains("\"document\":");
    }

    /** All that is written there. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : named("")) {
            text.append(Files.readString(file, StandardCharsets.UTF_8));
        }
        assertThat(text).isNotEmpty();
        return text.toString();
    }
}
