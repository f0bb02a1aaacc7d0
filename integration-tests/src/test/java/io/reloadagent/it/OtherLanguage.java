package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An application in another language, compiled for Java 8 by that language's compiler. Its classes are annotated; started
 * without the API, it has never heard of the agent.
 *
 * @param main its main class
 * @param classes the directory of its class files
 * @param runtime the language's own library
 */
record OtherLanguage(String main, Path classes, Path runtime) {

    static OtherLanguage kotlin(Path directory) {
        Path runtime = Launch.jarOf("kotlin.Unit");
        compile(
                directory,
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                List.of("-no-stdlib", "-no-reflect", "-jvm-target", "1.8", "-cp", classPath(runtime)),
                "kotlin/KotlinMain.kt");
        return new OtherLanguage("com.acme.kotlin.KotlinMainKt", directory, runtime);
    }

    static OtherLanguage scala(Path directory) {
        Path runtime = Launch.jarOf("scala.Predef");
        compile(
                directory,
                "scala.tools.nsc.Main",
                List.of("-release", "8", "-classpath", classPath(runtime)),
                "scala/ScalaMain.scala");
        return new OtherLanguage("com.acme.reactive.ScalaMain", directory, runtime);
    }

    private static String classPath(Path runtime) {
        return String.join(
                File.pathSeparator, runtime.toString(), Launch.APPLICATIONS.toString(), Launch.API_JAR.toString());
    }

    /** In a JVM of its own, with what the tests have on their class path. */
    private static void compile(Path directory, String compiler, List<String> options, String source) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                compiler,
                "-d",
                directory.toString()));
        command.addAll(options);
        command.add(resource(source).toString());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } catch (IOException e) {
            throw new AssertionError("cannot run " + compiler, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(OtherLanguage.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** With a rule for all its classes, and without the API. */
    void assertFollowsByRule(Jdk jdk, Workspace workspace, Map<String, List<String>> readings) {
        String packageName = main.substring(0, main.lastIndexOf('.'));
        workspace.configuration(
                "sources: [{file: app.yaml}]", "dynamic:", "  - class: " + packageName + ".*", "    prefix: app");
        assertFollows(
                Launch.of(main, classes, runtime, Launch.APPLICATIONS).withConfiguration(), jdk, workspace, readings);
    }

    /** By its annotations. */
    void assertFollowsAnnotated(Jdk jdk, Workspace workspace, Map<String, List<String>> readings) {
        assertFollows(
                Launch.of(main, classes, runtime, Launch.APPLICATIONS, Launch.API_JAR)
                        .withSource(),
                jdk,
                workspace,
                readings);
    }

    private static void assertFollows(Launch launch, Jdk jdk, Workspace workspace, Map<String, List<String>> readings) {
        workspace.source("something: else");
        try (Application application = launch.start(jdk, workspace)) {
            awaitSeen(application, readings, values -> List.of(values.get(0)));
            workspace.source("app: {size: 2, limit: 2, name: source, top-level: 2}");
            awaitSeen(application, readings, values -> values);
            workspace.source("something: else");
            awaitSeen(
                    application,
                    readings,
                    values -> Stream.concat(values.stream(), Stream.of(values.get(0)))
                            .toList());
        }
    }

    private static void awaitSeen(
            Application application, Map<String, List<String>> readings, Function<List<String>, List<String>> seen) {
        application.awaitAnswer(
                "seenAll",
                all -> all.containsExactlyInAnyOrderElementsOf(readings.entrySet().stream()
                        .map(reading -> reading.getKey() + "=" + seen.apply(reading.getValue()))
                        .toList()));
    }
}
