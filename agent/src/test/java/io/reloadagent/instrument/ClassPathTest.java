package io.reloadagent.instrument;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

    private final ClassLoader loader = getClass().getClassLoader();

    @TempDir
    Path folder;

    private Path folder(String name, String file, String content) throws IOException {
        Path path = folder.resolve(name).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return folder.resolve(name);
    }

    private Path jar(String name, Map<String, String> attributes, Map<String, String> files) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((key, value) -> manifest.getMainAttributes().putValue(key, value));
        Path path = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(path), manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(UTF_8));
            }
        }
        return path;
    }

    /** What is read, or null; the JDK has to find the same. */
    private String read(String name, Path... path) throws IOException {
        String joined = Stream.of(path).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        URL[] urls = new URL[path.length];
        for (int i = 0; i < path.length; i++) {
            urls[i] = path[i].toUri().toURL();
        }
        try (ClassPath classPath = ClassPath.of(loader, joined);
                URLClassLoader jdk = new URLClassLoader(urls, null)) {
            byte[] bytes = classPath.read(name, loader);
            String text = bytes == null ? null : new String(bytes, UTF_8);
            try (var in = jdk.getResourceAsStream(name)) {
                assertThat(text).isEqualTo(in == null ? null : new String(in.readAllBytes(), UTF_8));
            }
            return text;
        }
    }

    @Test
    void theFirstOfJarsAndFoldersCounts() throws Exception {
        Path first = folder("first", "a/B.class", "first");
        Path second = jar("second.jar", Map.of(), Map.of("a/B.class", "second", "a/C.class", "second"));
        Path third = folder("third", "a/C.class", "third");
        assertThat(read("a/B.class", first, second, third)).isEqualTo("first");
        assertThat(read("a/B.class", second, first)).isEqualTo("second");
        assertThat(read("a/C.class", first, second, third)).isEqualTo("second");
        assertThat(read("a/D.class", first, second, third)).isNull();
    }

    @Test
    void whatIsNoJarOrFolderIsPassed() throws Exception {
        Path text = folder("texts", "no.jar", "no jar").resolve("no.jar");
        Path there = folder("there", "a/B.class", "there");
        assertThat(read("a/B.class", folder.resolve("missing.jar"), text, there))
                .isEqualTo("there");
    }

    @Test
    void aJarIsFollowedByThoseThatItNames() throws Exception {
        jar("in a folder.jar", Map.of("Class-Path", "named.jar missing.jar"), Map.of("a/D.class", "two"));
        jar("named.jar", Map.of("Class-Path", "in%20a%20folder.jar"), Map.of("a/B.class", "one", "a/C.class", "one"));
        Path main = jar("main.jar", Map.of("Class-Path", "named.jar"), Map.of("a/B.class", "main"));
        Path last = folder("last", "a/C.class", "last");
        assertThat(read("a/B.class", main, last)).isEqualTo("main");
        assertThat(read("a/C.class", main, last)).isEqualTo("one");
        assertThat(read("a/D.class", main, last)).isEqualTo("two");
    }

    @Test
    void otherLoadersHaveOtherFiles() throws Exception {
        Path there = folder("there", "a/B.class", "there");
        try (ClassPath classPath = ClassPath.of(loader, there.toString())) {
            assertThat(classPath.read("a/B.class", loader.getParent())).isNull();
        }
        assertThat(ClassPath.unknown().read("a/B.class", loader)).isNull();
    }

    @Test
    void theSystemLoadersClassesAreFound() throws Exception {
        String name = "io/reloadagent/instrument/ClassPath.class";
        try (ClassPath classPath = ClassPath.ofSystemLoader();
                var expected = ClassLoader.getSystemResourceAsStream(name)) {
            assertThat(classPath.read(name, ClassLoader.getSystemClassLoader())).isEqualTo(expected.readAllBytes());
        }
    }
}
