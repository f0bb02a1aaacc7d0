package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Classes compiled for Java 6 and older")
class OldClassesIT {

    /** By major version, with the minor one: 45.3 and 46 to 50. */
    private static final Map<Integer, Integer> VERSIONS = new TreeMap<>(Map.of(
            45, Opcodes.V1_1,
            46, Opcodes.V1_2,
            47, Opcodes.V1_3,
            48, Opcodes.V1_4,
            49, Opcodes.V1_5,
            50, Opcodes.V1_6));

    /** By field: what it reads before and after the edit. */
    private static final Map<String, String[]> FIELDS = new LinkedHashMap<>();

    static {
        field("aBoolean", "false", "true");
        field("aByte", "1", "-128");
        field("aShort", "1", "-32768");
        field("aChar", "a", "b");
        field("anInt", "1", "2147483647");
        field("aLong", "1", "9223372036854775807");
        field("aFloat", "1.0", "-0.25");
        field("aDouble", "1.0", "1.0E-300");
        field("string", "own", "source");
        field("ints", "[1]", "[2, 3]");
        field("speed", "SLOW", "FAST");
        field("staticInt", "1", "3");
        field("staticString", "own", "source");
        field("LIMIT", "1", "4");
    }

    private static void field(String name, String own, String read) {
        FIELDS.put(name, new String[] {own, read});
    }

    @OnEveryJdk
    @DisplayName("read the source's values, of every type, and their own again when the keys are deleted")
    void everyVersion(Jdk jdk, @TempDir Path directory) {
        String[] aged = VERSIONS.keySet().stream()
                .map(version -> age(directory.resolve(version.toString()), version))
                .toArray(String[]::new);
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]", "dynamic:", "  - class: com.acme.old.*", "    prefix: old")
                .source("something: else");
        try (Application application = Launch.legacy("com.acme.old.OldMain")
                .arguments(aged)
                .withConfiguration()
                .start(jdk, workspace)) {
            awaitSeen(application, values -> List.of(values[0]));

            StringBuilder source = new StringBuilder("old:");
            FIELDS.forEach((name, values) ->
                    source.append("\n  ").append(name).append(": ").append(values[1]));
            workspace.source(source.toString());
            awaitSeen(application, values -> List.of(values[0], values[1]));

            workspace.source("something: else");
            awaitSeen(application, values -> List.of(values[0], values[1], values[0]));
            assertThat(application.stderr()).noneMatch(line -> line.contains("left as it is"));
        }
    }

    /** A loop that never ends ends up with the same as a read from outside of it. */
    private static void awaitSeen(Application application, Function<String[], List<String>> seen) {
        List<String> expected = VERSIONS.keySet().stream()
                .flatMap(version -> Stream.concat(
                                FIELDS.entrySet().stream(), Stream.of(Map.entry("loop", FIELDS.get("anInt"))))
                        .map(field -> version + " " + field.getKey() + "=" + seen.apply(field.getValue())))
                .toList();
        application.awaitAnswer("seenAll", all -> all.containsExactlyElementsOf(expected));
    }

    /** Writes the application's old classes into a directory, in a class file version; returns its path. */
    private static String age(Path directory, int version) {
        Path from = Launch.APPLICATIONS.resolve("com/acme/old");
        Path to = directory.resolve("com/acme/old");
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(
                            name -> name.getFileName().toString().matches("Old(Limits|Reader|Settings).*"))
                    .toList()) {
                Files.write(to.resolve(file.getFileName()), aged(Files.readAllBytes(file), version));
            }
            return directory.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] aged(byte[] file, int version) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor ageing = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(
                    int newer, int access, String name, String signature, String parent, String[] interfaces) {
                super.visit(VERSIONS.get(version), access, name, signature, parent, interfaces);
            }
        };
        new ClassReader(file).accept(ageing, version < Opcodes.V1_6 ? ClassReader.SKIP_FRAMES : 0);
        return writer.toByteArray();
    }
}
