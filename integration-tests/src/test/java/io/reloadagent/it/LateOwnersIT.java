package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A class without a file")
class LateOwnersIT {

    private static final Launch LATE = Launch.annotated("com.acme.late.LateMain");

    @OnEveryJdk
    @DisplayName("whose reader was loaded before it: the reader follows when it is called again")
    void loadedLater(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("late: {size: 1}");
        try (Application application = LATE.withSource().start(jdk, workspace)) {
            application.awaitAnswer("seen size", seen -> seen.endsWith("1"));
            workspace.source("late: {size: 2}");
            application.awaitAnswer("seen size", seen -> seen.endsWith("1", "2"));
            assertThat(application.stderr()).noneMatch(line -> line.contains("left as it is"));
        }
    }

    @OnEveryJdk
    @DisplayName("follows with its reader when the agent is attached after both were loaded")
    void attached(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("late: {size: 1}");
        try (Application application = LATE.start(jdk, workspace)) {
            application.awaitSeen("size", -1);
            Attachment.attach(application);
            application.awaitSeen("size", -1, 1);
            Attachment.stop(application);
            application.awaitSeen("size", -1, 1, -1);
        }
    }

    @OnEveryJdk
    @DisplayName("that an index lists: even a loop that began before it, and is never left, follows")
    void listed(Jdk jdk, @TempDir Path directory) throws Exception {
        try (Application application = loop("# reload-agent dynamic-classes 1", "com.acme.late.Generated")
                .start(jdk, directory)) {
            application.awaitAnswer("size", seen -> seen.containsExactly("1"));
            new Workspace(directory).source("late: {size: 2}");
            application.awaitAnswer("size", seen -> seen.containsExactly("2"));
        }
    }

    @OnEveryJdk
    @DisplayName(
            "that an index does not list, or one that cannot be read: nothing is hurt, and the loop keeps its code")
    void brokenIndex(Jdk jdk, @TempDir Path directory) throws Exception {
        try (Application application =
                loop("\0 no index", "com.acme.late.Generated").start(jdk, directory)) {
            application.awaitAnswer("size", seen -> seen.containsExactly("-1"));
            assertThat(application.stderr()).noneMatch(line -> line.contains("ERROR") || line.contains("WARN"));
        }
    }

    private interface Loop {

        Application start(Jdk jdk, Path directory) throws IOException;
    }

    private static Loop loop(String... index) {
        return (jdk, directory) -> {
            Path file = directory.resolve("classes/META-INF/reload-agent/dynamic-classes");
            Files.createDirectories(file.getParent());
            Workspace.write(file, index);
            return Launch.of(
                            "com.acme.late.LoopMain", Launch.APPLICATIONS, Launch.API_JAR, directory.resolve("classes"))
                    .withSource()
                    .start(jdk, new Workspace(directory).source("late: {size: 1}"));
        };
    }
}
