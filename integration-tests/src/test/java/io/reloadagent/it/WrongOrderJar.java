package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.jar.StartClasses;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;

/** A copy of the agent's jar in which one class is another: the swap, which publishes before it opens. */
final class WrongOrderJar {

    private static final String SOURCE = "wrong-order/Swap.java";
    private static final String SWAP = "io/reloadagent/field/Swap";

    private WrongOrderJar() {}

    /** Makes the jar in a directory; returns its path. */
    static Path in(Path directory) {
        try {
            Path jar = Files.copy(Launch.AGENT_JAR, directory.resolve("wrong-order.jar"));
            Path swap = compileSwap(directory);
            try (FileSystem entries = FileSystems.newFileSystem(jar)) {
                Path entry = entries.getPath(StartClasses.ENTRY);
                Map<String, byte[]> classes = StartClasses.read(Files.readAllBytes(entry));
                assertThat(classes.put(SWAP.replace('/', '.'), Files.readAllBytes(swap)))
                        .as("the class to replace")
                        .isNotNull();
                Files.write(entry, StartClasses.write(classes));
            }
            return jar;
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("cannot make the jar in " + directory, e);
        }
    }

    private static Path compileSwap(Path directory) throws URISyntaxException {
        Path source = Path.of(WrongOrderJar.class.getResource(SOURCE).toURI());
        Path classes = Launch.AGENT_JAR.resolveSibling("classes");
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "8",
                        "-Xlint:-options",
                        "-classpath",
                        classes.toString(),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(exitCode).as("javac's exit code").isZero();
        return directory.resolve(SWAP + ".class");
    }
}
