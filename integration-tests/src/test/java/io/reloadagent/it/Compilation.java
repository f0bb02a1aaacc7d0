package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * How an application is compiled whose source is among the tests' resources, for it needs libraries that the build has not.
 *
 * @param folder has the sources
 * @param release of Java
 * @param classPath the libraries
 */
record Compilation(String folder, int release, List<Path> classPath) {

    /** Compiles into a new directory, and returns that. */
    Path into(Path classes) {
        return into(classes, Map.of());
    }

    /** The same, where words of the sources stand for others. */
    Path into(Path classes, Map<String, String> words) {
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                String.valueOf(release),
                "-Xlint:-options",
                "-proc:none",
                "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "-d",
                classes.toString()));
        sources()
                .forEach(source -> arguments.add(
                        written(classes.resolve(source.getFileName().toString()), source, words)));
        int exitCode = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(exitCode).as("javac's exit code for %s", folder).isZero();
        return classes;
    }

    private List<Path> sources() {
        try (Stream<Path> files =
                Files.list(Path.of(Compilation.class.getResource(folder).toURI()))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String written(Path target, Path source, Map<String, String> words) {
        try {
            String text = Files.readString(source);
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace(word.getKey(), word.getValue());
            }
            Files.createDirectories(target.getParent());
            return Files.writeString(target, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
