package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Modules that come and go, and ask for reloads themselves")
class RegistrationIT {

    private static final Launch SERVICE =
            Launch.annotated("com.acme.service.ServiceMain").withSource("reload.watch=false");

    @OnOldestAndNewest
    @DisplayName("A20 a callback asks for a reload: one follows; a chain of them is cut with an error")
    void chain(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.ask("modules asking");
            service.ask("behave asking chain");
            workspace.source("service: {a: 2, b: 2}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");

            service.awaitStderr("the chain ends here");
            service.awaitAnswer("results", results -> results.hasSize(9));
            List<String> results = service.ask("results");
            assertThat(results).last().asString().contains(" REFUSED ");
            assertThat(results.subList(0, 8)).allMatch(result -> result.contains(" APPLIED "));
            service.awaitAnswer("seen a", seen -> seen.endsWith("10"));

            service.ask("behave asking well");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 11");
            service.awaitAnswer("seen a", seen -> seen.endsWith("11"));
        }
    }

    @OnOldestAndNewest
    @DisplayName("A21 modules that register or unregister during a reload: it keeps the list that it began with")
    void during(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.ask("modules changing other");
            service.ask("behave changing replace");
            workspace.source("service: {a: 2, b: 2}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            assertThat(service.ask("calls"))
                    .filteredOn(call -> call.contains(" reload "))
                    .extracting(call -> call.substring(0, call.indexOf(' ')))
                    .containsExactly("changing", "other");

            service.ask("behave changing well");
            workspace.source("service: {a: 3, b: 2}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 3");
            assertThat(service.ask("calls"))
                    .filteredOn(call -> call.endsWith(" reload service.a: Integer 2 -> Integer 3"))
                    .extracting(call -> call.substring(0, call.indexOf(' ')))
                    .as("a late one sees the version in force, and what comes next")
                    .containsExactly("changing", "late");
        }
    }

    @OnOldestAndNewest
    @DisplayName("A22 a name that is taken, null or empty is refused with a clear message; an unknown one, too")
    void names(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.ask("modules known");
            assertThat(service.ask("register known")).first().asString().contains("'known' is registered already");
            assertThat(service.ask("register")).first().asString().contains("a module needs a name");
            assertThat(service.ask("unregister unknown"))
                    .first()
                    .asString()
                    .contains("no module named 'unknown' is registered; there are [known, ");
            assertThat(service.ask("unregister known")).containsExactly("done");
            workspace.source("service: {a: 2, b: 2}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            assertThat(service.ask("calls")).noneMatch(call -> call.startsWith("known "));
        }
    }
}
