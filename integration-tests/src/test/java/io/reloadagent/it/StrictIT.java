package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Keys that no dynamic field follows")
class StrictIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain");

    @OnOldestAndNewest
    @DisplayName("A07 dynamic and other fields changed together: the dynamic ones apply, the others are listed")
    void lenient(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}", "listen: {port: 80}");
        try (Application service = SERVICE.withSource("reload.watch=false").start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            workspace.source("service: {a: 10, b: 2, timeuot: 5s}", "listen: {port: 81}");
            assertThat(service.ask("reload"))
                    .startsWith("APPLIED", "version 2", "restart [service.timeuot, listen.port]");
            service.awaitSeen("a", 1, 10);
            service.awaitStderr(
                    "service.timeuot: unknown key, no dynamic field follows it; did you mean" + " service.timeout?");
        }
    }

    @OnOldestAndNewest
    @DisplayName("A07 in strict mode the whole reload is refused, with each of them and its place")
    void strict(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}", "listen: {port: 80}");
        try (Application service =
                SERVICE.withSource("reload.watch=false", "reload.strict=true").start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            workspace.source("service: {a: 10, b: 2, timeuot: 5s}", "listen: {port: 81}");
            assertThat(service.ask("reload"))
                    .startsWith("REFUSED", "version 1")
                    .filteredOn(line -> line.startsWith("problem "))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("app.yaml:1:33 service.timeuot: unknown key")
                            && line.contains("did you mean service.timeout?"))
                    .anyMatch(line -> line.contains("app.yaml:2:16 listen.port: "));
            workspace.source("service: {a: 10, b: 2, timeout: 5s}", "listen: {port: 80}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("timeout", "PT-3S", "PT5S");
        }
    }
}
