package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A reload that fails")
class FailureIT {

    private static final Launch SERVICE =
            Launch.annotated("com.acme.service.ServiceMain").withSource("reload.watch=false", "reload.timeout=2s");

    @OnOldestAndNewest
    @DisplayName(
            "A03 the second of three modules fails: the first is compensated, the third never called, readers see nothing")
    void secondOfThree(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules first second third");
            service.ask("behave second exception");
            workspace.source("service: {a: 10, b: 20}");

            assertThat(service.ask("reload"))
                    .startsWith("ROLLED_BACK", "version 1")
                    .contains("failed second")
                    .anySatisfy(line -> assertThat(line).startsWith("message ").contains("second", "second cannot"));

            assertThat(service.ask("calls"))
                    .filteredOn(call -> !call.contains(" validate "))
                    .containsExactly(
                            "first reload service.a: Integer 1 -> Integer 10, service.b: Integer 2 -> Integer 20",
                            "second reload service.a: Integer 1 -> Integer 10, service.b: Integer 2 -> Integer 20",
                            "first undo service.a: Integer 10 -> Integer 1, service.b: Integer 20 -> Integer 2");
            Events events = Events.await(service, "reload.rolledback", 1);
            assertThat(events.types())
                    .containsExactly(
                            "reload.started",
                            "reload.validated",
                            "reload.module.started",
                            "reload.module.completed",
                            "reload.module.started",
                            "reload.failed",
                            "reload.rolledback");
            JsonNode failed =
                    Events.data(events.ofType("reload.failed").findFirst().orElseThrow());
            assertThat(failed.path("failedModule").asText()).isEqualTo("second");

            service.ask("behave second well");
            workspace.source("service: {a: 100, b: 200}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 100);
            service.awaitSeen("b", 2, 200);
            service.awaitSeen("version", 1, 2);
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "A16 a callback throws an exception, an Error, StackOverflowError, LinkageError: rolled back; the next reload works")
    void throwables(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules careful careless");
            int a = 1;
            for (String failure : List.of("exception", "error", "overflow", "linkage")) {
                service.ask("behave careless " + failure);
                workspace.source("service: {a: " + ++a + ", b: 2}");
                assertThat(service.ask("reload")).as(failure).contains("ROLLED_BACK", "failed careless");

                service.ask("behave careless well");
                workspace.source("service: {a: " + ++a + ", b: 2}");
                assertThat(service.ask("reload")).as("after " + failure).contains("APPLIED", "failed null");
            }
            service.awaitSeen("a", 1, 3, 5, 7, 9);
            service.awaitSeen("b", 2);
            service.awaitSeen("version", 1, 2, 3, 4, 5);
            assertThat(service.ask("calls"))
                    .filteredOn(call -> call.contains(" undo "))
                    .as("the module before it is compensated each time")
                    .hasSize(4)
                    .allSatisfy(call -> assertThat(call).startsWith("careful undo service.a"));
        }
    }

    @OnOldestAndNewest
    @DisplayName(
            "A17 a callback outlives its deadline, ignoring interrupts: rolled back; the next reload does not wait for it")
    void deadline(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules prompt stubborn");
            service.ask("behave stubborn hang");
            workspace.source("service: {a: 10, b: 20}");

            long start = System.nanoTime();
            assertThat(service.ask("reload"))
                    .startsWith("ROLLED_BACK", "version 1")
                    .contains("failed stubborn")
                    .anySatisfy(line -> assertThat(line).startsWith("message ").contains("did not return in time"));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("it fails at its deadline of 2 s")
                    .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(8));
            service.awaitAnswer(
                    "calls",
                    calls -> calls.contains("stubborn ignores an interrupt")
                            .contains(
                                    "prompt undo service.a: Integer 10 -> Integer 1, service.b: Integer 20 -> Integer 2"));

            service.ask("behave stubborn well");
            workspace.source("service: {a: 100, b: 200}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");

            assertThat(service.ask("calls")).as("it still hangs").doesNotContain("stubborn returns at last");
            service.awaitSeen("a", 1, 100);
            service.awaitSeen("b", 2, 200);
            service.ask("release stubborn");
            service.awaitAnswer("calls", calls -> calls.contains("stubborn returns at last"));
            service.awaitSeen("a", 1, 100);
        }
    }

    @OnOldestAndNewest
    @DisplayName("A18 a compensating call fails: DEGRADED, in result, state, log and events, until a reload succeeds")
    void degraded(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withSource("reload.watch=false", "http.address=127.0.0.1:0", "http.token-file=token")
                .start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules first second");
            service.ask("behave first stuck");
            service.ask("behave second exception");
            workspace.source("service: {a: 10, b: 2}");

            assertThat(service.ask("reload"))
                    .startsWith("DEGRADED", "version 1")
                    .anySatisfy(line ->
                            assertThat(line).startsWith("problem not undone:").contains("first"));
            assertThat(http.status().path("state").asText()).isEqualTo("DEGRADED");
            service.awaitStderr("only partly rolled back");
            assertThat(Events.await(service, "reload.failed", 1).types()).doesNotContain("reload.rolledback");
            service.awaitSeen("a", 1);

            service.ask("behave first well");
            service.ask("behave second well");
            workspace.source("service: {a: 100, b: 2}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 100);
            assertThat(http.status().path("state").asText()).isEqualTo("READY");
        }
    }

    @OnOldestAndNewest
    @DisplayName("A19 the caller gives up: the reload ends nevertheless, and a compensation has a deadline of its own")
    void callerGivesUp(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("pair", "[1, 2]");
            service.ask("modules early late");
            service.ask("behave late wait");
            workspace.source("service: {a: 10, b: 2}");
            service.ask("request 1");
            service.awaitAnswer("calls", calls -> calls.contains("late reload service.a: Integer 1 -> Integer 10"));
            assertThat(service.ask("cancel")).containsExactly("true");

            Events failed = Events.await(service, "reload.rolledback", 1);
            assertThat(failed.types()).contains("reload.failed");
            assertThat(service.ask("calls")).contains("early undo service.a: Integer 10 -> Integer 1");
            service.awaitSeen("a", 1);

            service.ask("release late");
            workspace.source("service: {a: 100, b: 2}");
            assertThat(service.ask("reload")).startsWith("APPLIED", "version 2");
            service.awaitSeen("a", 1, 100);
        }
    }
}
