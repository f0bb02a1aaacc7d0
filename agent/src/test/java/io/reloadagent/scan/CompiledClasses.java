package io.reloadagent.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;

/** The class files of some sources, and the archives that they may be packed in. */
public final class CompiledClasses {

    private final Path directory;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private CompiledClasses(Path directory) {
        this.directory = directory;
    }

    /**
     * Compiles sources for Java 8.
     *
     * @param directory exists and is empty
     * @param sources each with a package and one top-level class, {@code package a; class B {}}
     */
    public static CompiledClasses of(Path directory, String... sources) throws IOException {
        CompiledClasses compiled = new CompiledClasses(directory);
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-Xlint:-options",
                "--release",
                "8",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString()));
        for (int i = 0; i < sources.length; i++) {
            String name = sources[i].replaceAll("(?s).*?(?:class|interface|enum) (\\w+).*", "$1");
            Path file = Files.createDirectories(directory.resolve("src" + i)).resolve(name + ".java");
            arguments.add(Files.writeString(file, sources[i]).toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError("the test's sources do not compile");
        }
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                compiled.files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return compiled;
    }

    /** Where the class files are. */
    public Path directory() {
        return directory;
    }

    byte[] file(String name) {
        return files.get(name);
    }

    /** All of them, beneath a directory of an archive; with a slash at its end. */
    Map<String, byte[]> beneath(String prefix) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        files.forEach((name, bytes) -> entries.put(prefix + name, bytes));
        return entries;
    }

    /** The bytes of an archive with a manifest of these lines, and these entries. */
    @SafeVarargs
    static byte[] archive(String manifest, Map<String, byte[]>... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(bytes, manifest, entries);
        return bytes.toByteArray();
    }

    /** The same as a file. */
    @SafeVarargs
    static Path archive(Path file, String manifest, Map<String, byte[]>... entries) throws IOException {
        return Files.write(file, archive(manifest, entries));
    }

    /** A jar of all of them. */
    public Path jar(Path file) throws IOException {
        return archive(file, "", files);
    }

    @SafeVarargs
    private static void write(OutputStream out, String manifest, Map<String, byte[]>... entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "META-INF/MANIFEST.MF",
                    String.join("\n", "Manifest-Version: 1.0", manifest).getBytes(UTF_8));
            for (Map<String, byte[]> some : entries) {
                for (Map.Entry<String, byte[]> entry : some.entrySet()) {
                    put(zip, entry.getKey(), entry.getValue());
                }
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
