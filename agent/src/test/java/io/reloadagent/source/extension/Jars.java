package io.reloadagent.source.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.api.source.ConfigurationSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes jars of extensions. */
public final class Jars {

    private Jars() {}

    /**
     * A jar with one source, {@code extension.Remote}.
     *
     * @param read the body of its method read
     */
    public static Path withSource(Path directory, String name, String read) throws IOException {
        return withNamedSource(directory, name, "return \"" + name + "\";", read);
    }

    /** The same with a body of its method name, too. */
    static Path withNamedSource(Path directory, String name, String naming, String read) throws IOException {
        String code = """
                package extension;
                public class Remote implements %s {
                    static int calls;
                    public String name() { %s }
                    public java.util.Map<String, String> read(java.util.Map<String, String> settings) throws Exception {
                        %s
                    }
                }
                """.formatted(ConfigurationSource.class.getName(), naming, read);
        Path folder = Files.createTempDirectory(directory, "extension");
        Path source = Files.writeString(folder.resolve("Remote.java"), code);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(
                        null,
                        null,
                        null,
                        "--release",
                        "8",
                        "-Xlint:-options",
                        "-proc:none",
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString()))
                .isZero();
        Path jar = jar(
                folder.resolve(name + ".jar"),
                Files.readAllBytes(folder.resolve("extension/Remote.class")),
                List.of("extension.Remote"));
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                DirectoryStream<Path> inner = Files.newDirectoryStream(folder.resolve("extension"), "Remote$*.class")) {
            for (Path type : inner) {
                Files.copy(type, inside.getPath("extension", type.getFileName().toString()));
            }
        }
        return jar;
    }

    static Path jar(Path jar, byte[] remote, List<String> services) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("extension/Remote.class"));
            out.write(remote);
            out.putNextEntry(new JarEntry("META-INF/services/" + ConfigurationSource.class.getName()));
            out.write(String.join("\n", services).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return jar;
    }
}
