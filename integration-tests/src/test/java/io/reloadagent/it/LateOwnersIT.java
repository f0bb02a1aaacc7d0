package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

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
}
