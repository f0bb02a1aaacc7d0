package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Constraint annotations of dynamic fields")
class ConstraintsIT {

    private static final Path VALIDATORS = Path.of(System.getProperty("validators.directory"));
    private static final String CANARY = "canary4711";

    @OnOldestAndNewest
    @DisplayName("A15 of javax.validation are checked by the application's Hibernate Validator 6")
    void javax(Jdk jdk, @TempDir Path directory) throws IOException {
        checked(jdk, directory, "javax", jars("6", ""));
    }

    @OnEveryModernJdk
    @DisplayName("A15 of jakarta.validation are checked by the application's Hibernate Validator 8")
    void jakarta(Jdk jdk, @TempDir Path directory) throws IOException {
        checked(jdk, directory, "jakarta", jars("8", ""));
    }

    private static void checked(Jdk jdk, Path directory, String namespace, List<Path> jars) throws IOException {
        Workspace workspace = new Workspace(directory).source("pool: {size: 6}");
        try (Application application = launch(directory, namespace, jars).start(jdk, workspace)) {
            application.awaitAnswer("seen size", seen -> seen.containsExactly("6"));
            workspace.source(
                    "pool:",
                    "  size: 101",
                    "  name: ' '",
                    "  endpoint: {port: 0}",
                    "  tags: [a, B]",
                    "  others: [{port: 1}, {port: -1}]",
                    "  password: " + CANARY,
                    "  free: 2");
            List<String> result = application.ask("reload");
            assertThat(result)
                    .startsWith("REFUSED")
                    .hasSize(7)
                    .anyMatch(line -> line.contains("app.yaml:2:9 pool.size: ") && line.contains("100"))
                    .anyMatch(line -> line.contains("app.yaml:3:9 pool.name: "))
                    .anyMatch(line -> line.contains("app.yaml:4:20 pool.endpoint.port: "))
                    .anyMatch(line -> line.contains("app.yaml:5:13 pool.tags[1]: ") && line.contains("[a-z]+"))
                    .anyMatch(line -> line.contains("app.yaml:6:30 pool.others[1].port: "))
                    .anyMatch(line -> line.contains("app.yaml:7:13 pool.password: ")
                            && !line.substring(line.indexOf("pool.password")).contains("12"));
            assertThat(application.stderr()).noneMatch(line -> line.contains(CANARY));
            application.awaitAnswer("seen size", seen -> seen.containsExactly("6"));
            application.awaitAnswer("seen free", seen -> seen.containsExactly("1"));

            workspace.source("pool: {size: 100, name: n, endpoint: {port: 1}, tags: [a], free: 2}");
            assertThat(application.ask("reload")).containsExactly("APPLIED");
            application.awaitAnswer("seen size", seen -> seen.containsExactly("6", "100"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("are checked in the reload that follows if the value was there when the agent started")
    void fromTheStart(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).source("pool: {size: 101}");
        try (Application application = launch(directory, "javax", jars("6", "")).start(jdk, workspace)) {
            application.awaitAnswer("seen size", seen -> seen.containsExactly("101"));
            workspace.source("pool: {size: 101, free: 2}");
            assertThat(application.ask("reload")).startsWith("REFUSED").hasSize(2);
            application.awaitAnswer("seen free", seen -> seen.containsExactly("1"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("are not checked where the application has no validator, which is said once")
    void noValidator(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).source("pool: {size: 6}");
        try (Application application =
                launch(directory, "javax", jars("6", "validation-api")).start(jdk, workspace)) {
            application.awaitAnswer("seen size", seen -> seen.containsExactly("6"));
            workspace.source("pool: {size: 101, name: ' '}");
            assertThat(application.ask("reload")).containsExactly("APPLIED");
            application.awaitAnswer("seen size", seen -> seen.containsExactly("6", "101"));
            assertThat(application.stderr())
                    .filteredOn(line -> line.contains("not checked"))
                    .singleElement()
                    .asString()
                    .contains("INFO", "javax.validation");
        }
    }

    private static Launch launch(Path directory, String namespace, List<Path> jars) throws IOException {
        Path classes = compiled(directory, namespace, jars);
        Path[] classPath = Stream.concat(Stream.of(classes, Launch.APPLICATIONS, Launch.API_JAR), jars.stream())
                .toArray(Path[]::new);
        return Launch.of("com.acme.constraints.ConstraintsMain", classPath)
                .withSource("reload.watch=false", "reload.timeout=60s");
    }

    private static Path compiled(Path directory, String namespace, List<Path> jars) throws IOException {
        Path source = directory.resolve("ConstraintsMain.java");
        try (InputStream in = ConstraintsIT.class.getResourceAsStream("constraints/ConstraintsMain.java")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(source, text.replace("NAMESPACE", namespace));
        }
        Path classes = directory.resolve("classes");
        String classPath = Stream.concat(Stream.of(Launch.APPLICATIONS, Launch.API_JAR), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "8",
                        "-Xlint:-options",
                        "-cp",
                        classPath,
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(exitCode).as("javac's exit code").isZero();
        return classes;
    }

    /** The jars of a validator whose names contain a text. */
    private static List<Path> jars(String version, String text) throws IOException {
        try (Stream<Path> jars = Files.list(VALIDATORS.resolve(version))) {
            return jars.filter(jar -> jar.getFileName().toString().contains(text))
                    .toList();
        }
    }
}
