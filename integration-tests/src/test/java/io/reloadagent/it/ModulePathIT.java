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
                .option("--module-path=" + compiled(SOURCES, "com.acme.reader", directory.resolve("modules")))
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

    @OnEveryModernJdk
    @DisplayName(
            "that neither exports nor opens a package: private, final and static fields follow, each instance by its name")
    void closed(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic:",
                        "  - {class: com.acme.vault.Vault, prefix: vaults, fields: [mode]}",
                        "  - {class: com.acme.vault.Vault, prefix: 'vaults.${name}', fields: [size]}")
                .source("vaults: {mode: calm, left: {size: 1}, right: {size: 1}}");
        try (Application application = Launch.of("--module=com.acme.vault/com.acme.vault.VaultMain", directory)
                .withConfiguration()
                .option("--module-path="
                        + compiled("module-path-closed", "com.acme.vault", directory.resolve("modules")))
                .start(jdk, workspace)) {
            application.awaitStdout("left 1 calm");
            application.awaitStdout("right 1 calm");
            workspace.source("vaults: {mode: busy, left: {size: 2}, right: {size: 3}}");
            application.awaitStdout("left 2 busy");
            application.awaitStdout("right 3 busy");
            workspace.source("vaults: {mode: calm, left: {size: 1}, right: {size: 1}}");
            application.awaitStdout(5, "left 1 calm");
            application.awaitStdout(5, "right 1 calm");
            assertThat(application.stderr()).noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
        }
    }

    private static Path compiled(String sources, String module, Path modules) {
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "--module-source-path",
                        sources(sources).toString(),
                        "-d",
                        modules.toString(),
                        "--module",
                        module);
        assertThat(exitCode).as("javac's exit code").isZero();
        return modules;
    }

    private static Path sources(String name) {
        try {
            return Path.of(ModulePathIT.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
