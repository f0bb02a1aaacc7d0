package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Class loaders")
class ClassLoadersIT {

    @OnEveryJdk
    @DisplayName("with a copy of the API each: both are alive, their fields follow and their modules are called")
    void twoCopies(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("plugin: {size: 2}");
        try (Application application = Launch.legacy("com.acme.loaders.LoadersMain")
                .arguments(Launch.APPLICATIONS.toString(), Launch.API_JAR.toString())
                .withSource()
                .start(jdk, workspace)) {
            application.awaitSeen("left", "2 calls 0 active true");
            application.awaitSeen("right", "2 calls 0 active true");

            workspace.source("plugin: {size: 3}");
            application.awaitAnswer("seen left", seen -> seen.endsWith("3 calls 1 active true"));
            application.awaitAnswer("seen right", seen -> seen.endsWith("3 calls 1 active true"));
        }
    }

    @OnEveryJdk
    @DisplayName("of two applications: a module is not called for what only the other application reads")
    void ownChangesOnly(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("{plugin: {size: 2}, extra: {size: 2}}");
        try (Application application = Launch.legacy("com.acme.loaders.LoadersMain")
                .arguments(Launch.APPLICATIONS.toString(), Launch.API_JAR.toString())
                .withSource()
                .start(jdk, workspace)) {
            application.awaitSeen("left", "2 calls 0 active true");
            application.awaitSeen("right", "2 calls 0 active true");
            assertThat(application.ask("extra")).containsExactly("2");

            workspace.source("{plugin: {size: 2}, extra: {size: 3}}");
            application.awaitAnswer("seen right", seen -> seen.endsWith("2 calls 1 active true"));
            workspace.source("{plugin: {size: 4}, extra: {size: 3}}");
            application.awaitAnswer("seen right", seen -> seen.endsWith("4 calls 2 active true"));
            application.awaitAnswer("seen left", seen -> seen.endsWith("4 calls 1 active true"));
        }
    }
}
