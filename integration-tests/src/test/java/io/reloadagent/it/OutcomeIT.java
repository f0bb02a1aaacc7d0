package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The outcome of a reload")
class OutcomeIT {

    private static final Launch SERVICE =
            Launch.annotated("com.acme.service.ServiceMain").withSource("reload.watch=false");

    @OnOldestAndNewest
    @DisplayName(
            "A01 three healthy modules each get the same change set; it completes after the last; one version more")
    void threeModules(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules first second third");
            workspace.source("service: {a: 10, b: 20}");

            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");

            String changes = "service.a: Integer 1 -> Integer 10, service.b: Integer 2 -> Integer 20";
            assertThat(service.ask("calls"))
                    .filteredOn(call -> call.contains(" reload "))
                    .containsExactly("first reload " + changes, "second reload " + changes, "third reload " + changes);
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("b", 2, 20);
            service.awaitSeen("version", 1, 2);
            assertThat(Events.await(service, "reload.completed", 1).types())
                    .as("completed after the last module")
                    .endsWith("reload.module.completed", "reload.completed");
        }
    }

    @OnOldestAndNewest
    @DisplayName("A02 a module that cannot reload now is left alone and named; the others reload")
    void skipped(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules first second");
            service.ask("behave first away");
            workspace.source("service: {a: 10, b: 2}");

            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2").contains("skipped [first]");

            assertThat(service.ask("calls")).isNotEmpty().allMatch(call -> call.startsWith("second "));
            service.awaitSeen("a", 1, 10);
        }
    }

    @OnOldestAndNewest
    @DisplayName("A04 nothing differs: no callback, no version, and the result says so")
    void unchanged(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules first");
            workspace.source("# the same", "service: {b: 2, a: 1}");

            assertThat(service.ask("reload")).startsWith("UNCHANGED", "version 1");

            assertThat(service.ask("calls")).isEmpty();
            service.awaitSeen("version", 1);
            Events.await(service, "reload.completed", 1);
        }
    }

    @OnOldestAndNewest
    @DisplayName("A05 without any module the reload succeeds, and the fields take the new values")
    void noModule(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            workspace.source("service: {a: 10, b: 20}");

            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");

            service.awaitAnswer(
                    "seen pair",
                    seen -> seen.startsWith("[1, 2]").endsWith("[10, 20]").isSubsetOf("[1, 2]", "[1, 20]", "[10, 20]"));
        }
    }
}
