package io.reloadagent.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A scan reads")
class ArchivesScanTest {

    @TempDir
    Path directory;

    private CompiledClasses own;
    private CompiledClasses library;

    @BeforeEach
    void compile() throws IOException {
        own = CompiledClasses.of(
                Files.createDirectory(directory.resolve("own")),
                "package com.acme; public class AppConfig { public int size = Integer.getInteger(\"x\"); }",
                "package com.acme; class Main { static int read(AppConfig c, org.lib.LibConfig l) { return c.size + l.port; } }",
                "package org.lib; public class LibConfig { public int port = Integer.getInteger(\"y\"); }");
        library = CompiledClasses.of(
                Files.createDirectory(directory.resolve("library")),
                "package org.lib; public class LibConfig { public int port = Integer.getInteger(\"y\"); }",
                "package org.lib; class Server { int listen(LibConfig c) { return c.port; } }");
        Files.delete(directory.resolve("own/org/lib/LibConfig.class"));
    }

    private Map<String, byte[]> ownClasses(String prefix) {
        Map<String, byte[]> classes = own.beneath(prefix);
        classes.remove(prefix + "org/lib/LibConfig.class");
        return classes;
    }

    private static ScanResult scan(Path file, String... packages) throws IOException {
        return Scan.of(Archive.of(List.of(file)), List.of(packages));
    }

    private static void assertOwn(ScanResult result, String part) {
        assertThat(result.notes().skipped()).isEmpty();
        assertThat(result.candidates()).extracting(ClassFacts::name).containsExactly("com.acme.AppConfig");
        ClassFacts config = result.candidates().get(0);
        assertThat(config.part()).isEqualTo(part);
        assertThat(config.field("size").readers().byClass()).containsOnlyKeys("com.acme.Main");
        assertThat(result.libraries()).singleElement().satisfies(other -> {
            assertThat(other.classes()).isEqualTo(2);
            assertThat(other.candidates()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName(
            "Spring Boot's fat jar: its own classes first, its libraries summarised, or looked into when asked for")
    void fatJar() throws IOException {
        byte[] inner = CompiledClasses.archive("", library.beneath(""));
        Path jar = CompiledClasses.archive(
                directory.resolve("app.jar"),
                "Main-Class: org.springframework.boot.loader.JarLauncher\nStart-Class: com.acme.Main\n",
                ownClasses("BOOT-INF/classes/"),
                Map.of("BOOT-INF/lib/lib-1.0.jar", inner));
        ScanResult result = scan(jar);
        assertOwn(result, "BOOT-INF/classes");
        assertThat(result.libraries().get(0).name()).isEqualTo("BOOT-INF/lib/lib-1.0.jar");

        ScanResult ofLibrary = scan(jar, "org.lib");
        assertThat(ofLibrary.candidates()).extracting(ClassFacts::name).containsExactly("org.lib.LibConfig");
        assertThat(ofLibrary.candidates().get(0).field("port").readers().byClass())
                .containsOnlyKeys("com.acme.Main", "org.lib.Server");
    }

    @Test
    @DisplayName("a war, and a war in an ear")
    void war() throws IOException {
        byte[] inner = CompiledClasses.archive("", library.beneath(""));
        byte[] war = CompiledClasses.archive("", ownClasses("WEB-INF/classes/"), Map.of("WEB-INF/lib/lib.jar", inner));
        assertOwn(scan(Files.write(directory.resolve("app.war"), war)), "WEB-INF/classes");

        Path ear = CompiledClasses.archive(directory.resolve("app.ear"), "", Map.of("web.war", war));
        assertOwn(scan(ear), "web.war!/WEB-INF/classes/");
    }

    @Test
    @DisplayName("a jar that others were merged into, by the package of its main class")
    void shaded() throws IOException {
        Path jar = CompiledClasses.archive(
                directory.resolve("app.jar"), "Main-Class: com.acme.Main\n", ownClasses(""), library.beneath(""));
        ScanResult result = scan(jar);
        assertOwn(result, "app.jar");
        assertThat(result.libraries().get(0).name()).isEqualTo("org.lib.*");
    }

    @Test
    @DisplayName("a directory with classes and jars, where the first class of a name counts")
    void directoryWithJars() throws IOException {
        CompiledClasses.archive(
                Files.createDirectory(directory.resolve("own/lib")).resolve("a.jar"), "", library.beneath(""));
        CompiledClasses.archive(directory.resolve("own/lib/b.jar"), "", library.beneath(""));
        ScanResult result = scan(directory.resolve("own"));
        assertOwn(result, directory.resolve("own").toString());
        assertThat(result.notes().duplicates()).isEqualTo(2);
    }

    @Test
    @DisplayName("all there is, where nothing tells the application's own classes")
    void onlyLibraries() throws IOException {
        Path lib = Files.createDirectory(directory.resolve("lib"));
        CompiledClasses.archive(lib.resolve("a.jar"), "", library.beneath(""));
        CompiledClasses.archive(lib.resolve("b.jar"), "", ownClasses(""));
        assertThat(scan(lib).candidates())
                .extracting(ClassFacts::name)
                .containsExactlyInAnyOrder("com.acme.AppConfig", "org.lib.LibConfig");
    }

    @Test
    @DisplayName(
            "a jar with classes for newer versions of Java, a wrong signature, and a class file that is newer than any JVM")
    void otherJars() throws IOException {
        byte[] newer = own.file("com/acme/AppConfig.class").clone();
        newer[7] = 120;
        Map<String, byte[]> classes = ownClasses("");
        classes.put("com/acme/AppConfig.class", newer);
        Path jar = CompiledClasses.archive(
                directory.resolve("app.jar"),
                "Multi-Release: true\nMain-Class: com.acme.Main\n",
                ownClasses("META-INF/versions/11/"),
                classes,
                Map.of("META-INF/X.SF", "Signature-Version: 1.0\n".getBytes(UTF_8), "META-INF/X.RSA", new byte[] {1}),
                library.beneath(""));
        ScanResult result = scan(jar);
        assertOwn(result, "app.jar");
        assertThat(result.notes().versioned()).isEqualTo(2);
    }

    @Test
    @DisplayName("past what is broken, and names it")
    void broken() throws IOException {
        byte[] cutOff = Arrays.copyOf(own.file("com/acme/Main.class"), 150);
        byte[] cutJar = Arrays.copyOf(CompiledClasses.archive("", library.beneath("")), 300);
        Path jar = CompiledClasses.archive(
                directory.resolve("app.jar"),
                "",
                ownClasses(""),
                Map.of(
                        "com/acme/CutOff.class",
                        cutOff,
                        "com/acme/Text.class",
                        "no class".getBytes(UTF_8),
                        "com/acme/Empty.class",
                        new byte[0],
                        "lib/cut.jar",
                        cutJar,
                        "lib/text.jar",
                        "no jar".getBytes(UTF_8),
                        "module-info.class",
                        "left out".getBytes(UTF_8)));
        ScanResult result = scan(jar);
        assertThat(result.candidates()).extracting(ClassFacts::name).contains("com.acme.AppConfig");
        assertThat(result.notes().skippedCount()).isEqualTo(5);
        assertThat(result.notes().skipped())
                .anyMatch(line -> line.startsWith("com/acme/CutOff.class: "))
                .anyMatch(line -> line.startsWith("com/acme/Text.class: it is no class file"))
                .anyMatch(line -> line.startsWith("com/acme/Empty.class: "))
                .anyMatch(line -> line.startsWith("lib/cut.jar: it cannot be unpacked"))
                .anyMatch(line -> line.startsWith("lib/text.jar: it holds nothing"));
    }

    @Test
    @DisplayName("no more than its limits allow, says so, and shows what it has found until then")
    void limits() throws IOException {
        byte[] bomb = CompiledClasses.archive("", Map.of("zeros", new byte[3 << 20]), library.beneath(""));
        Path jar =
                CompiledClasses.archive(directory.resolve("app.jar"), "", ownClasses(""), Map.of("lib/bomb.jar", bomb));

        Notes ofEntry = readWith(jar, new Limits(1 << 20, 1 << 20, 1 << 30, 1000, 4));
        assertThat(ofEntry.skipped()).singleElement().asString().contains("lib/bomb.jar", "more than 1048576 bytes");
        assertThat(ofEntry.incomplete()).isNull();

        assertThat(readWith(jar, new Limits(1 << 20, 1 << 30, 2 << 20, 1000, 4)).incomplete())
                .contains("more than 2097152 bytes");
        assertThat(readWith(jar, new Limits(1 << 20, 1 << 30, 1 << 30, 2, 4)).incomplete())
                .contains("more than 2 entries");
        assertThat(readWith(jar, new Limits(100, 1 << 30, 1 << 30, 1000, 4)).skipped())
                .anyMatch(line -> line.contains("com/acme/Main.class: it has more than 100 bytes"));
        assertThat(readWith(jar, new Limits(1 << 20, 1 << 30, 1 << 30, 1000, 0)).skipped())
                .anyMatch(line -> line.contains("lib/bomb.jar") && line.contains("packed more than"));
    }

    private static Notes readWith(Path jar, Limits limits) throws IOException {
        Notes notes = new Notes();
        new Archive(List.of(jar), limits).read((part, reader) -> {}, notes);
        return notes;
    }

    @Test
    @DisplayName("nothing that is not there")
    void missing() {
        Path nowhere = directory.resolve("nowhere.jar");
        assertThatThrownBy(() -> Archive.of(List.of(nowhere)))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("nowhere.jar");
    }
}
