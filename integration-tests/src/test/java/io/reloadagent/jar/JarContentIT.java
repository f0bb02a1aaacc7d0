package io.reloadagent.jar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("reload-agent.jar")
class JarContentIT {
    private static final Path JAR = Path.of(System.getProperty("reload.agent.jar"));
    private static final long MAX_BYTES = 12L << 20;
    private static final int JAVA_8 = 52;

    /** All that the system class loader and a reader of the jar may find: premain, the manifest, the licences. */
    private static final Pattern VISIBLE = Pattern.compile(
            "io/reloadagent/premain/[A-Z][^/]*\\.class|META-INF/(MANIFEST\\.MF|LICENSE|NOTICE|licenses/[\\w-]+/[\\w-]+)");

    private static final Pattern CLASS = Pattern.compile("\\.class(data)?$");

    /**
     * Of Byte Buddy only its ASM is in the jar: annotations, and methods that take a loaded class, lead out of it. Those of
     * Prometheus, and of Byte Buddy's agent, bear an annotation that no Java needs.
     */
    private static final Pattern NEVER_REACHED = Pattern.compile(
            "net\\.bytebuddy\\.(ClassFileVersion|utility\\.).* -> (net\\.bytebuddy|org\\.objectweb\\.asm)\\."
                    + "|net\\.bytebuddy\\.agent\\..* -> net\\.bytebuddy\\.agent\\.utility\\.nullability\\.MaybeNull "
                    + "|io\\.prometheus\\..* -> javax\\.annotation\\.Nullable ");

    private static final Pattern FOREIGN_METADATA = Pattern.compile(
            "(.*/)?META-INF/(maven|versions)/.*|(.*/)?module-info\\.class(data)?|.*/META-INF/(MANIFEST|INDEX)\\..*"
                    + "|.*\\.(SF|RSA|DSA|EC)");

    @Test
    @DisplayName("is at most 12 MB")
    void size() throws IOException {
        assertThat(Files.size(JAR)).isLessThanOrEqualTo(MAX_BYTES);
    }

    @Test
    @DisplayName("shows nothing but premain, manifest and licences outside inst/")
    void visible() throws IOException {
        assertThat(entries())
                .filteredOn(name -> !name.startsWith("inst/"))
                .allSatisfy(name -> assertThat(name).matches(VISIBLE));
        assertThat(entries()).contains("io/reloadagent/premain/AgentEntry.class", "META-INF/LICENSE");
    }

    @Test
    @DisplayName("hides every class under inst/ as .classdata, premain only at the root")
    void hidden() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.startsWith("inst/"))
                .noneMatch(name -> name.endsWith(".class"))
                .noneMatch(name -> name.startsWith("inst/io/reloadagent/premain/"))
                .noneMatch(name -> name.matches("inst/io/reloadagent/api/(?!source/).*"))
                .anyMatch(name -> name.startsWith("inst/io/reloadagent/api/source/"))
                .contains("inst/io/reloadagent/bridge/Bridge.classdata")
                .contains("inst/META-INF/services/com.fasterxml.jackson.core.JsonFactory");
    }

    @Test
    @DisplayName(
            "holds the classes of each start in one piece, and nowhere else; no class of its own leaves a lambda to the JVM")
    void startClasses() throws IOException {
        Map<String, byte[]> inOnePiece;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            inOnePiece = StartClasses.read(bytes(jar, jar.getJarEntry(StartClasses.ENTRY)));
        }
        assertThat(inOnePiece).containsKeys("io.reloadagent.Agent", "io.reloadagent.instrument.Transformer");
        assertThat(entries())
                .doesNotContainAnyElementsOf(inOnePiece.keySet().stream()
                        .map(name -> "inst/" + name.replace('.', '/') + ".classdata")
                        .toList());
        assertThat(inOnePiece.entrySet())
                .filteredOn(file -> file.getKey().startsWith("io.reloadagent."))
                .allSatisfy(file ->
                        assertThat(new String(file.getValue(), ISO_8859_1)).doesNotContain("LambdaMetafactory"));
    }

    @Test
    @DisplayName("carries no build metadata, module descriptor, version variant or signature of anybody")
    void foreignMetadata() throws IOException {
        assertThat(entries()).noneMatch(FOREIGN_METADATA.asMatchPredicate());
    }

    @Test
    @DisplayName("holds no entry twice")
    void duplicates() throws IOException {
        assertThat(entries()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("runs on Java 8: no class file is newer")
    void classFileVersion() throws IOException {
        Map<String, Integer> newer = new TreeMap<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            classes(jar).forEach((name, file) -> {
                int major = ((file[6] & 0xff) << 8) | (file[7] & 0xff);
                if (major > JAVA_8) {
                    newer.put(name, major);
                }
            });
        }
        assertThat(newer).isEmpty();
    }

    @Test
    @DisplayName("is complete: beside the JDK it needs nothing that is not in it")
    void complete(@TempDir Path folder) throws IOException {
        unpackClasses(folder);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int exitCode = jdeps.run(writer, writer, "--multi-release", "base", "--missing-deps", folder.toString());

        assertThat(exitCode).as(output.toString()).isZero();
        assertThat(output.toString().lines())
                .filteredOn(line -> line.startsWith(" "))
                .filteredOn(line -> !NEVER_REACHED.matcher(line).find())
                .isEmpty();
    }

    @Test
    @DisplayName("holds what Byte Buddy's class file reader needs when it runs")
    void classFileReader() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile());
                InputStream self = JarContentIT.class.getResourceAsStream("JarContentIT.class")) {
            Object reader = Class.forName("net.bytebuddy.utility.OpenedClassReader", true, new HiddenClassLoader(jar))
                    .getMethod("of", byte[].class)
                    .invoke(null, (Object) self.readAllBytes());

            assertThat(reader).hasFieldOrPropertyWithValue("className", "io/reloadagent/jar/JarContentIT");
        }
    }

    @Test
    @DisplayName("names its entry points in the manifest")
    void manifest() throws IOException {
        Map<String, String> attributes;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            attributes = jar.getManifest().getMainAttributes().entrySet().stream()
                    .collect(Collectors.toMap(
                            attribute -> attribute.getKey().toString(),
                            attribute -> attribute.getValue().toString()));
        }
        assertThat(attributes)
                .contains(
                        entry("Premain-Class", "io.reloadagent.premain.AgentEntry"),
                        entry("Agent-Class", "io.reloadagent.premain.AgentEntry"),
                        entry("Main-Class", "io.reloadagent.premain.CommandLine"),
                        entry("Can-Retransform-Classes", "true"),
                        entry("Implementation-Title", "Reload Agent"))
                .containsKey("Implementation-Version")
                .doesNotContainKeys("Launcher-Agent-Class", "Class-Path", "Boot-Class-Path", "Multi-Release");
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .toList();
        }
    }

    /** By the names of their files, in the package they are in when they run. */
    private static Map<String, byte[]> classes(JarFile jar) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (CLASS.matcher(entry.getName()).find()) {
                String name = entry.getName().replaceFirst("^inst/", "");
                classes.put(CLASS.matcher(name).replaceFirst(".class"), bytes(jar, entry));
            }
        }
        StartClasses.read(bytes(jar, jar.getJarEntry(StartClasses.ENTRY)))
                .forEach((name, file) -> classes.put(name.replace('.', '/') + ".class", file));
        return classes;
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream content = jar.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }

    private static void unpackClasses(Path folder) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (Map.Entry<String, byte[]> entry : classes(jar).entrySet()) {
                Path file = folder.resolve(entry.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
            }
        }
    }
}
