package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An extension")
class ExtensionIT {

    private static final String CONFIGURATION = """
            extensions: [lines.jar]
            reload.check-interval: 200ms
            sources:
              - file: app.yaml
              - extension: lines
                timeout: 1s
                settings: {file: %s}
            """;

    /** Reads PATH=VALUE lines, hangs while there is a file hang, and fails while there is none. */
    private static final String CODE = """
            package lines;

            import io.reloadagent.api.source.ConfigurationSource;
            import java.nio.file.*;
            import java.util.*;

            public class Lines implements ConfigurationSource {
                public String name() {
                    return "lines";
                }

                public Map<String, String> read(Map<String, String> settings) throws Exception {
                    Path file = Paths.get(settings.get("file"));
                    while (Files.exists(file.resolveSibling("hang"))) {
                        java.util.concurrent.locks.LockSupport.parkNanos(1000000);
                    }
                    Map<String, String> values = new HashMap<>();
                    for (String line : Files.readAllLines(file)) {
                        values.put(line.split("=")[0], line.split("=")[1]);
                    }
                    return values;
                }
            }
            """;

    @OnEveryJdk
    @DisplayName("brings a source along: its values are followed; when it fails or hangs, the values in force stay")
    void source(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        Path values = workspace.file("values");
        workspace.configuration(CONFIGURATION.formatted(values));
        jar(workspace.file("lines.jar"), Files.createDirectory(workspace.file("classes")));
        Workspace.write(values, "service.a=5");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withConfiguration()
                .start(jdk, workspace)) {
            service.awaitSeen("a", 5);
            Workspace.write(values, "service.a=6");
            service.awaitSeen("a", 5, 6);

            Files.delete(values);
            service.awaitStderr("extension lines failed with java.nio.file.NoSuchFileException");
            Workspace.write(workspace.file("hang"));
            Workspace.write(values, "service.a=7");
            service.awaitStderr("extension lines did not answer within 1000 ms");
            service.awaitSeen("a", 5, 6);

            Files.delete(workspace.file("hang"));
            service.awaitSeen("a", 5, 6, 7);
            service.awaitSeen("b", 2);
        }
    }

    private static void jar(Path jar, Path classes) throws IOException {
        Path code = Files.writeString(classes.resolve("Lines.java"), CODE);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "8",
                        "-Xlint:-options",
                        "-proc:none",
                        "-cp",
                        Launch.API_JAR.toString(),
                        "-d",
                        classes.toString(),
                        code.toString());
        assertThat(result).isZero();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("lines/Lines.class"));
            Files.copy(classes.resolve("lines/Lines.class"), out);
            out.putNextEntry(new JarEntry("META-INF/services/io.reloadagent.api.source.ConfigurationSource"));
            out.write("lines.Lines".getBytes(StandardCharsets.UTF_8));
        }
    }
}
