package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The self-test")
class SelfTestIT {

    @OnEveryJdk
    @DisplayName("passes when the agent starts, on a thread of the agent, and says so to those who want to know")
    void passes(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("late: {size: 1}");
        try (Application application = Launch.annotated("com.acme.late.LateMain")
                .withSource("log.level=debug")
                .start(jdk, workspace)) {
            application.awaitStderr("self-test passed in");
        }
    }

    @OnEveryJdk
    @DisplayName("passes again in a JVM that the agent is attached to, left, and attached to again")
    void attachedAgain(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("late: {size: 1}");
        try (Application application =
                Launch.annotated("com.acme.late.LateMain").start(jdk, workspace)) {
            application.awaitSeen("size", -1);
            for (int i = 0; i < 2; i++) {
                Attachment.attach(application);
                application.awaitAnswer("seen size", seen -> seen.endsWith("1"));
                Attachment.stop(application);
                application.awaitAnswer("seen size", seen -> seen.endsWith("-1"));
            }
            assertThat(application.stderr()).noneMatch(line -> line.contains("self-test"));
        }
    }
}
