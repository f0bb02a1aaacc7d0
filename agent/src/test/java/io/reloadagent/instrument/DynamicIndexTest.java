package io.reloadagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamicIndexTest {

    private static final String HEADER = "# reload-agent dynamic-classes 1\n";

    @TempDir
    private Path folder;

    private URL write(String name, byte[] text) throws IOException {
        Path root = folder.resolve(name);
        Path file = root.resolve("META-INF/reload-agent/dynamic-classes");
        Files.createDirectories(file.getParent());
        Files.write(file, text);
        return root.toUri().toURL();
    }

    private URL write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static DynamicIndex read(URL... roots) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(roots, null)) {
            return DynamicIndex.of(loader);
        }
    }

    @Test
    void theIndexesOfAllJarsCount() throws Exception {
        DynamicIndex index = read(write("a", HEADER + "a.Pool\na.Main$Inner\n"), write("b", HEADER + "b.Pool"));
        assertThat(index.lists("a/Pool")).isTrue();
        assertThat(index.lists("a/Main$Inner")).isTrue();
        assertThat(index.lists("b/Pool")).isTrue();
        assertThat(index.lists("a/Main")).isFalse();
    }

    @Test
    void anIndexOfAnotherFormatCountsNothingAndSpoilsNoOther() throws Exception {
        DynamicIndex index = read(
                write("newer", "# reload-agent dynamic-classes 2\na.Pool\n"),
                write("empty", ""),
                write("binary", new byte[] {(byte) 0xCA, (byte) 0xFE, 0, -1}),
                write("good", HEADER + "b.Pool\n"));
        assertThat(index.lists("a/Pool")).isFalse();
        assertThat(index.lists("b/Pool")).isTrue();
    }

    @Test
    void aLoaderThatThrowsHasNone() {
        ClassLoader broken = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) {
                throw new IllegalStateException("stopped");
            }
        };
        assertThat(DynamicIndex.of(broken).lists("a/Pool")).isFalse();
    }

    @Test
    void theReaderOfAListedClassWithoutAFileIsTouchedInTime() throws Exception {
        assertThat(touchesReader(HEADER + "a.Generated\n", true)).isTrue();
        assertThat(touchesReader(HEADER + "a.Other\n", true)).isFalse();
    }

    @Test
    void aStaleIndexYieldsToTheFile() throws Exception {
        assertThat(touchesReader(HEADER + "a.Generated\n", false)).isFalse();
    }

    private boolean touchesReader(String text, boolean hidden) throws IOException {
        Application application = Application.of(
                "package a; public class Generated { public int size; }",
                "package a; class Reader { int read(Generated g) { return g.size; } }");
        if (hidden) {
            application.withoutFile("a/Generated");
        }
        URL root = write("app", text);
        try (Instrumenting instrumenting = Instrumenting.annotated();
                URLClassLoader index = new URLClassLoader(new URL[] {root}, null)) {
            return instrumenting.touches(application.withResources(index), "a/Reader");
        }
    }
}
