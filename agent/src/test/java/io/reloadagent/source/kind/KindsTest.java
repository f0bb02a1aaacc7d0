package io.reloadagent.source.kind;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Content;
import io.reloadagent.source.FileSource;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.Snapshot;
import io.reloadagent.source.Source;
import io.reloadagent.source.SourceException;
import io.reloadagent.source.format.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KindsTest {

    @TempDir
    java.nio.file.Path directory;

    private java.nio.file.Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String value(Source source, String path) throws SourceException {
        Node node = Path.of(path).find(new Snapshot(source.read()).parse().root());
        return node == null ? null : ((Leaf) node).text();
    }

    private static SourceException.Kind refusal(Source source) {
        return catchThrowableOfType(SourceException.class, source::read).kind();
    }

    private List<String> names(Source source) throws SourceException {
        return source.read().stream()
                .map(Content::name)
                .map(name -> name.replace(directory + "/", ""))
                .toList();
    }

    @Test
    void theFilesOfADirectoryAreReadInTheOrderOfTheirNames() throws Exception {
        write("20-late.yaml", "a: late");
        write("10-early.yml", "{a: early, b: early}");
        for (String leftover : List.of(".hidden.yaml", "x.yaml~", "x.yaml.bak", ".x.yaml.swp", "#x.yaml#", "README")) {
            write(leftover, "a: wrong");
        }
        Files.createDirectory(directory.resolve("30-directory.yaml"));
        Source source = new DirectorySource(directory, null, null);
        assertThat(names(source)).containsExactly("10-early.yml", "20-late.yaml");
        assertThat(value(source, "a")).isEqualTo("late");
        assertThat(value(source, "b")).isEqualTo("early");
        assertThat(source.watched())
                .containsExactly(directory, directory.resolve("10-early.yml"), directory.resolve("20-late.yaml"));
        assertThat(new Snapshot(source.read())).isEqualTo(new Snapshot(source.read()));
    }

    @Test
    void aPatternSaysWhichFilesOfADirectoryAreMeant() throws Exception {
        write("a.conf", "a: 1");
        write("b.yaml", "a: 2");
        assertThat(names(new DirectorySource(directory, "*.conf", null))).containsExactly("a.conf");
        assertThat(names(new DirectorySource(directory, null, Formats.YAML))).containsExactly("a.conf", "b.yaml");
    }

    @Test
    void anEmptyDirectoryIsFineAndAMissingOneIsNot() throws Exception {
        assertThat(new DirectorySource(directory, null, null).read()).isEmpty();
        Source missing = new DirectorySource(directory.resolve("none"), null, null);
        assertThat(refusal(missing)).isEqualTo(SourceException.Kind.MISSING);
        assertThat(missing.watched()).containsExactly(directory.resolve("none"));
        assertThat(refusal(new DirectorySource(write("file", ""), null, null)))
                .isEqualTo(SourceException.Kind.UNREADABLE);
    }

    @Test
    void aLinkInADirectoryThatLeadsNowhereIsMissing() throws Exception {
        Files.createSymbolicLink(directory.resolve("a.yaml"), directory.resolve("gone"));
        assertThat(refusal(new DirectorySource(directory, null, null))).isEqualTo(SourceException.Kind.MISSING);
    }

    @Test
    void anOptionalSourceMayBeMissingButNotUnreadable() throws Exception {
        java.nio.file.Path file = directory.resolve("app.yaml");
        Source optional = new OptionalSource(new FileSource(file, Formats.YAML));
        assertThat(optional.read()).isEmpty();
        assertThat(optional.watched()).containsExactly(file);
        write("app.yaml", "a: 1");
        assertThat(value(optional, "a")).isEqualTo("1");
        assertThat(refusal(new OptionalSource(new FileSource(directory, Formats.YAML))))
                .isEqualTo(SourceException.Kind.UNREADABLE);
    }

    @Test
    void theVariablesOfTheEnvironmentWithAPrefixAreRead() throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of("APP_POOL_SIZE", "5", "APP_", "x", "OTHER", "y"));
        Source source = new EnvironmentSource("APP_", () -> variables);
        assertThat(value(source, "pool.size")).isEqualTo("5");
        assertThat(value(source, "other")).isNull();
        Snapshot before = new Snapshot(source.read());
        variables.put("OTHER", "z");
        assertThat(new Snapshot(source.read())).isEqualTo(before);
        variables.put("APP_POOL_SIZE", "6 \n");
        assertThat(new Snapshot(source.read())).isNotEqualTo(before);
        assertThat(value(source, "pool.size")).isEqualTo("6 \n");
    }

    @Test
    void systemPropertiesAreReadAsTheyAreNow() throws Exception {
        Source source = new SystemPropertiesSource("kinds.test.");
        assertThat(value(source, "pool.max-size")).isNull();
        System.setProperty("kinds.test.pool.maxSize", "5");
        try {
            assertThat(value(source, "pool.max-size")).isEqualTo("5");
        } finally {
            System.clearProperty("kinds.test.pool.maxSize");
        }
    }

    @Test
    void aVariablesFileIsReadAsTheEnvironmentIs() throws Exception {
        write("app.env", "APP_POOL_SIZE: 5\nOTHER: 6\n");
        Source source = new FileSource(directory.resolve("app.env"), new VariablesFormat(Formats.YAML, "APP_"));
        assertThat(value(source, "pool.size")).isEqualTo("5");
        assertThat(value(source, "other")).isNull();
        Source all = new FileSource(directory.resolve("app.env"), new VariablesFormat(Formats.YAML, ""));
        assertThat(value(all, "app.pool_size")).isEqualTo("5");
    }

    @Test
    void aTreeHasAFileForEachValue() throws Exception {
        write("pool.size", "5\n");
        write("greeting", "two\nlines\n\n");
        write(".hidden", "x");
        Files.createDirectory(directory.resolve("server"));
        write("server/port", "80");
        Files.write(directory.resolve("keystore"), new byte[] {(byte) 0xFE, (byte) 0xED});
        Source source = new ConfigTreeSource(directory);
        assertThat(value(source, "pool.size")).isEqualTo("5");
        assertThat(value(source, "greeting")).isEqualTo("two\nlines\n");
        assertThat(value(source, "server.port")).isEqualTo("80");
        assertThat(value(source, "hidden")).isNull();
        assertThat(source.watched())
                .as("directories in it, too, once they are read")
                .containsExactly(directory, directory.resolve("server"));
        Leaf binary = (Leaf)
                Path.of("keystore").find(new Snapshot(source.read()).parse().root());
        assertThat(binary.problem().toString()).startsWith(directory.resolve("keystore") + " is not UTF-8 text");
        assertThat(refusal(new ConfigTreeSource(directory.resolve("none")))).isEqualTo(SourceException.Kind.MISSING);
        assertThat(refusal(new ConfigTreeSource(directory.resolve("greeting"))))
                .isEqualTo(SourceException.Kind.UNREADABLE);
    }

    @Test
    @Timeout(60)
    void aTreeInWhichLinksLeadToTheSameDirectoriesAgainAndAgainIsRefused() throws Exception {
        for (int level = 0; level < 8; level++) {
            java.nio.file.Path next = Files.createDirectories(directory.resolve("level" + (level + 1)));
            java.nio.file.Path above = Files.createDirectories(directory.resolve("level" + level));
            for (int i = 0; i < 10; i++) {
                Files.createSymbolicLink(above.resolve("link" + i), next);
            }
        }
        assertThat(catchThrowableOfType(SourceException.class, new ConfigTreeSource(directory.resolve("level0"))::read))
                .hasMessageContaining("more than 10000 directories in it");
        write("level8/port", "80");
        assertThat(value(new ConfigTreeSource(directory.resolve("level5")), "link0.link9.link5.port"))
                .isEqualTo("80");
    }

    @Test
    void allFilesOfAKubernetesMountAreReadFromOneTarget() throws Exception {
        Source source = new ConfigTreeSource(directory);
        publish("1");
        Files.createSymbolicLink(directory.resolve("a"), java.nio.file.Path.of("..data/a"));
        Files.createSymbolicLink(directory.resolve("b"), java.nio.file.Path.of("..data/b"));
        Thread publisher = new Thread(() -> {
            try {
                for (int i = 2; i < 300; i++) {
                    publish(String.valueOf(i));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        publisher.start();
        while (publisher.isAlive()) {
            Branch root = new Snapshot(source.read()).parse().root();
            assertThat(Path.of("a").find(root)).isEqualTo(Path.of("b").find(root));
        }
        publisher.join();
        assertThat(value(source, "a")).isEqualTo("299");
    }

    private void publish(String value) throws IOException {
        java.nio.file.Path version = Files.createDirectory(directory.resolve("..v" + value));
        Files.writeString(version.resolve("a"), value);
        Files.writeString(version.resolve("b"), value);
        java.nio.file.Path link = Files.createSymbolicLink(directory.resolve("..tmp"), version.getFileName());
        Files.move(link, directory.resolve("..data"), ATOMIC_MOVE);
    }
}
