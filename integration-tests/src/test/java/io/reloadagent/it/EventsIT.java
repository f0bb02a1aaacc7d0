package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Events")
class EventsIT {

    /** The table of the documentation. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "reload.started", List.of("reloadID", "trigger", "timestamp"),
            "reload.validated", List.of("reloadID", "changeCount"),
            "reload.module.started", List.of("reloadID", "module"),
            "reload.module.completed", List.of("reloadID", "module", "duration"),
            "reload.completed", List.of("reloadID", "duration", "changeCount", "version"),
            "reload.failed", List.of("reloadID", "error", "failedModule"),
            "reload.rolledback", List.of("reloadID", "reason"));

    private static final Launch SERVICE =
            Launch.annotated("com.acme.service.ServiceMain").withSource("reload.watch=false");

    @OnEveryJdk
    @DisplayName(
            "A32 the events of one reload share one id, in order, each a CloudEvents 1.0 document with the data of the table")
    void orderAndContent(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            service.ask("modules first second");
            reload(service, workspace, "service: {a: 10, b: 20}", "APPLIED");
            service.ask("behave second exception");
            reload(service, workspace, "service: {a: 11, b: 20}", "ROLLED_BACK");
            reload(service, workspace, "service: {a: wrong}", "REFUSED");
            reload(service, workspace, "service: {a: 10, b: 20}", "UNCHANGED");

            service.awaitAnswer("events", events -> events.hasSize(7 + 7 + 2 + 3));
            Events events = Events.of(service.ask("events"));
            assertThat(events.types())
                    .containsExactly(
                            "reload.started",
                            "reload.validated",
                            "reload.module.started",
                            "reload.module.completed",
                            "reload.module.started",
                            "reload.module.completed",
                            "reload.completed",
                            "reload.started",
                            "reload.validated",
                            "reload.module.started",
                            "reload.module.completed",
                            "reload.module.started",
                            "reload.failed",
                            "reload.rolledback",
                            "reload.started",
                            "reload.failed",
                            "reload.started",
                            "reload.validated",
                            "reload.completed");
            assertValid(events);
            assertIds(events, 7, 7, 2, 3);
            assertThat(events.data().get(1).path("changeCount").asInt()).isEqualTo(2);
            assertThat(events.data().get(2).path("module").asText()).isEqualTo("first");
            assertThat(events.data().get(6).path("version").asInt()).isEqualTo(2);
            assertThat(events.data().get(12).path("failedModule").asText()).isEqualTo("second");
            assertThat(events.data().get(15).path("failedModule").isNull()).isTrue();
            assertThat(events.data().get(15).path("error").asText()).contains("app.yaml:1:14 service.a");
            service.awaitSeen("a", 1, 10);
        }
    }

    private static void reload(Application service, Workspace workspace, String source, String outcome) {
        workspace.source(source);
        assertThat(service.ask("reload")).contains(outcome);
    }

    private static void assertValid(Events events) {
        assertThat(events.all()).extracting(CloudEvent::getId).doesNotHaveDuplicates();
        assertThat(events.all()).allSatisfy(event -> {
            assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
            assertThat(event.getSource()).isNotNull();
            assertThat(event.getTime()).isNotNull();
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(Events.fields(Events.data(event))).isEqualTo(FIELDS.get(event.getType()));
        });
    }

    private static void assertIds(Events events, int... lengths) {
        List<String> ids = events.data().stream()
                .map(data -> data.path("reloadID").asText())
                .toList();
        int start = 0;
        for (int length : lengths) {
            assertThat(ids.subList(start, start + length)).containsOnly(ids.get(start));
            start += length;
        }
        assertThat(ids.stream().distinct()).hasSize(lengths.length);
    }
}
