package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SymbolicLinksTest {

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void resolveLinksOfTheMachine() throws IOException {
        directory = temporary.toRealPath();
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    private Path link(String name, String target) throws IOException {
        return Files.createSymbolicLink(directory.resolve(name), Path.of(target));
    }

    /** The entries on the way, relative to the directory. */
    private Set<String> entries(Path file) {
        Map<Path, Set<Path>> entries = new HashMap<>();
        SymbolicLinks.entriesOnTheWay(file, entries);
        Set<String> names = new TreeSet<>();
        entries.forEach((parent, children) -> children.forEach(
                child -> names.add(directory.relativize(parent.resolve(child)).toString())));
        return names;
    }

    @Test
    void aPlainFileIsItsOnlyEntryWhetherItExistsOrNot() {
        assertThat(entries(directory.resolve("app.yaml"))).containsExactly("app.yaml");
        assertThat(entries(directory.resolve("none/app.yaml"))).containsExactly("none/app.yaml");
    }

    @Test
    void aLinkedFileIsWatchedAtBothEnds() throws IOException {
        folder("etc");
        link("app.yaml", "etc/app.yaml");
        assertThat(entries(directory.resolve("app.yaml"))).containsExactly("app.yaml", "etc/app.yaml");
    }

    @Test
    @DisplayName("Kubernetes' chain of links is followed to its end")
    void kubernetes() throws IOException {
        Files.writeString(folder("..v1").resolve("app.yaml"), "a: 1");
        link("..data", "..v1");
        link("app.yaml", "..data/app.yaml");
        assertThat(entries(directory.resolve("app.yaml")))
                .containsExactly("..data", "..data/app.yaml", "..v1/app.yaml", "app.yaml");
    }

    @Test
    void aLinkedDirectoryAboveIsWatchedToo() throws IOException {
        folder("v1/conf");
        link("current", "v1");
        assertThat(entries(directory.resolve("current/conf/app.yaml")))
                .containsExactly("current", "current/conf/app.yaml", "v1/conf/app.yaml");
    }

    @Test
    @DisplayName("a link above another link is watched, also where the lower one is absolute")
    void absoluteBelowRelative() throws IOException {
        folder("v1");
        folder("shared");
        link("current", "v1");
        link("v1/conf", directory.resolve("shared").toString());
        assertThat(entries(directory.resolve("current/conf/app.yaml")))
                .contains("current", "current/conf", "v1/conf", "shared/app.yaml");
    }

    @Test
    void circlesOfLinksEnd() throws IOException {
        link("a", "b");
        link("b", "a");
        link("self", "self/self");
        assertThat(entries(directory.resolve("a/app.yaml"))).contains("a", "b");
        assertThat(entries(directory.resolve("self/app.yaml"))).contains("self");
    }
}
