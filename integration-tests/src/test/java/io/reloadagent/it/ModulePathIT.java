package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An application of named modules")
class ModulePathIT {

    private static final String SOURCES = "module-path";

    @OnEveryModernJdk
    @DisplayName("keeps the own values, with a warning, of fields whose types a reader may not name; the others follow")
    void unexportedTypes(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources:",
                        "  - file: app.yaml",
                        "dynamic:",
                        "  - class: com.acme.limits.Limits",
                        "    prefix: limits",
                        "    initial: source")
                .source("limits: {size: 7, kind: LARGE}");
        // The option that names a main class in a module stands where the main class's name would.
        try (Application application = Launch.of("--module=com.acme.reader/com.acme.reader.ReaderMain", directory)
                .withConfiguration()
                .option("--module-path=" + compiled(directory.resolve("modules")))
                .start(jdk, workspace)) {
            assertThat(application.awaitExit()).as("%s", application).isZero();
            assertThat(application.stdout()).containsExactly("token true 7 LARGE token");
            assertThat(application.stderr())
                    .filteredOn(line -> line.contains("no access"))
                    .hasSize(2)
                    .allMatch(line -> line.contains("com.acme.reader.ReaderMain"))
                    .anyMatch(line -> line.contains("com.acme.limits.Limits.token"))
                    .anyMatch(line -> line.contains("com.acme.limits.Limits.logger"));
        }
    }

    private static Path compiled(Path modules) {
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "--module-source-path",
                        sources().toString(),
                        "-d",
                        modules.toString(),
                        "--module",
                        "com.acme.reader");
        assertThat(exitCode).as("javac's exit code").isZero();
        return modules;
    }

    private static Path sources() {
        try {
            return Path.of(ModulePathIT.class.getResource(SOURCES).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
