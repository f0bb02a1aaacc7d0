package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Modules whose constructors call each other")
class DelegatingModulesIT {

    @OnEveryJdk
    @DisplayName("are called by reloads from when the outermost constructor has ended")
    void outermost(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("delegation: {size: 2}");
        try (Application application = Launch.annotated("com.acme.delegation.DelegationMain")
                .withSource("reload.watch=false")
                .start(jdk, workspace)) {
            assertThat(application.ask("size")).containsExactly("2");
            workspace.source("delegation: {size: 3}");
            assertThat(application.ask("construct"))
                    .as("a reload within the constructor")
                    .containsExactly("APPLIED []");
            assertThat(application.ask("construct direct")).containsExactly("nothing");

            workspace.source("delegation: {size: 4}");
            assertThat(application.ask("reload")).containsExactly("APPLIED");
            assertThat(application.ask("calls")).containsExactly("default reads 4 complete", "direct reads 4");
        }
    }
}
