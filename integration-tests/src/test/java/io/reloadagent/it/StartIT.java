package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.jar.StartClasses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("At its start, the agent")
class StartIT {

    private static final Pattern LOADED = Pattern.compile("\\] (io\\.reloadagent\\.\\S+) source:");
    private static final Pattern ROOT = Pattern.compile("io\\.reloadagent\\.(premain|bridge|api)\\..*|.*SelfTestProbe");

    /** A change of the code may add a few before the list is written anew. */
    private static final double MOST_BY_THEMSELVES = 0.15;

    @OnEveryModernJdk
    @DisplayName(
            "has the JVM make no class of a lambda, and finds nearly all classes in one piece (else: agent/src/build/start-classes.sh)")
    void classes(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, timeout: 5s}");
        Path log = directory.resolve("classes.log");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withSource()
                .option("-Xlog:class+load:file=" + log)
                .start(jdk, workspace)) {
            service.awaitSeen("timeout", "PT5S");
            Set<String> loaded = loaded(log);
            assertThat(loaded).contains("io.reloadagent.Agent").noneMatch(name -> name.contains("$$Lambda"));
            Set<String> alone = new HashSet<>(loaded);
            alone.removeAll(inOnePiece());
            assertThat(alone).hasSizeLessThan((int) (loaded.size() * MOST_BY_THEMSELVES));
        }
    }

    @OnEveryJdk
    @DisplayName("leaves no temporary file that would stay behind if the JVM was killed")
    void temporaryFiles(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withSource()
                .option("-Djava.io.tmpdir=" + temporary)
                .start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 2}");
            service.awaitSeen("a", 1, 2);
            assertThat(temporary).isEmptyDirectory();
        }
    }

    private static Set<String> loaded(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .map(LOADED::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1))
                .filter(name -> !ROOT.matcher(name).matches())
                .collect(Collectors.toSet());
    }

    private static Set<String> inOnePiece() throws IOException {
        try (JarFile jar = new JarFile(Launch.AGENT_JAR.toFile());
                InputStream entry = jar.getInputStream(jar.getJarEntry(StartClasses.ENTRY))) {
            return StartClasses.read(entry.readAllBytes()).keySet();
        }
    }
}
