package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Modules")
class ModulesIT {

    @OnOldestAndNewest
    @DisplayName(
            "are registered when their constructor ends, one of a subclass once, and read the candidate when called")
    void constructed(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("modules: {size: 2}");
        try (Application application = Launch.annotated("com.acme.modules.ModulesMain")
                .withSource("reload.watch=false")
                .start(jdk, workspace)) {
            assertThat(application.ask("size")).containsExactly("2");
            application.ask("construct parent");
            application.ask("construct child");
            application.ask("construct renamed"); // under a name of its own, which comes first
            application.ask("construct failing");

            workspace.source("modules: {size: 3}");
            assertThat(application.ask("reload")).containsExactly("APPLIED");

            assertThat(application.ask("calls")).containsExactly("renamed reads 3", "child reads 3", "parent reads 3");
        }
    }
}
