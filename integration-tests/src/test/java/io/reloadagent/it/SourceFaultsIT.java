package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A source file")
class SourceFaultsIT {

    /** The check interval is longer than the patience of the tests wherever events have to do. */
    private static final Launch SERVICE =
            Launch.annotated("com.acme.service.ServiceMain").withSource("reload.check-interval=10m");

    @OnOldestAndNewest
    @DisplayName(
            "that is deleted keeps the values in force, and is read again when it is there again, in a new directory too")
    void deleted(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withAgent("source=conf/app.yaml", "reload.check-interval=500ms")
                .start(jdk, inSubdirectory(workspace))) {
            service.awaitSeen("a", 1);
            Path file = workspace.file("conf/app.yaml");
            Files.delete(file);
            service.awaitStderr("stays");
            service.awaitAnswer("jmx-attribute State", state -> state.containsExactly("SOURCE_MISSING"));
            service.awaitSeen("a", 1);
            Workspace.write(file, "service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);

            Files.delete(file);
            Files.delete(file.getParent());
            Files.createDirectory(file.getParent());
            Workspace.write(file, "service: {a: 100, b: 2}");
            service.awaitSeen("a", 1, 10, 100);
            Workspace.write(file, "service: {a: 1000, b: 2}");
            service.awaitSeen("a", 1, 10, 100, 1000);
            service.awaitSeen("b", 2);
        }
    }

    private static Workspace inSubdirectory(Workspace workspace) throws IOException {
        Files.createDirectory(workspace.file("conf"));
        Files.move(workspace.file(Workspace.SOURCE), workspace.file("conf/app.yaml"));
        return workspace;
    }

    @OnOldestAndNewest
    @DisplayName("that is replaced by a rename, or written in place, is read at the event")
    void replaced(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);
            workspace.overwriteSource("service: {a: 11, b: 2}");
            service.awaitSeen("a", 1, 10, 11);
            workspace.source("service: {a: 12, b: 2}");
            service.awaitSeen("a", 1, 10, 11, 12);
        }
    }

    @OnOldestAndNewest
    @DisplayName("in a ConfigMap volume is read when the link ..data is swapped, once a swap")
    void configMap(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory);
        publish(workspace, "..2026_01", "service: {a: 1, b: 2}");
        Files.createSymbolicLink(workspace.file(Workspace.SOURCE), Path.of("..data", Workspace.SOURCE));
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            publish(workspace, "..2026_02", "service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);
            Workspace.write(workspace.file("..2026_01").resolve(Workspace.SOURCE), "service: {a: 5, b: 2}");
            publish(workspace, "..2026_03", "service: {a: 100, b: 2}");
            service.awaitSeen("a", 1, 10, 100);
            service.awaitAnswer(
                    "events",
                    events -> events.filteredOn(event -> event.contains("\"reload.completed\""))
                            .hasSize(2));
            assertThat(Events.await(service, "reload.completed", 2).startedBy("file"))
                    .isEqualTo(2);
        }
    }

    /** As the kubelet does: a new directory, and a link to it that is renamed over the old one. */
    private static void publish(Workspace workspace, String name, String content) throws IOException {
        Files.createDirectory(workspace.file(name));
        Workspace.write(workspace.file(name).resolve(Workspace.SOURCE), content);
        Path link = Files.createSymbolicLink(workspace.file("..data_tmp"), Path.of(name));
        Files.move(link, workspace.file("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @OnOldestAndNewest
    @DisplayName("of the same size and time but another content is noticed")
    void sameSizeAndTime(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        FileTime time = Files.getLastModifiedTime(workspace.file(Workspace.SOURCE));
        try (Application service = Launch.annotated("com.acme.service.ServiceMain")
                .withSource("reload.check-interval=300ms")
                .start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            Path fresh = Workspace.write(workspace.file("fresh"), "service: {a: 7, b: 2}");
            Files.setLastModifiedTime(fresh, time);
            Files.move(fresh, workspace.file(Workspace.SOURCE), StandardCopyOption.REPLACE_EXISTING);
            service.awaitSeen("a", 1, 7);
            assertThat(Files.getLastModifiedTime(workspace.file(Workspace.SOURCE)))
                    .isEqualTo(time);
        }
    }

    @OnOldestAndNewest
    @DisplayName("that is half-written, empty or not UTF-8 keeps the values in force, and is read when it is whole")
    void halfWritten(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            Files.write(workspace.file(Workspace.SOURCE), new byte[0]);
            service.awaitStderr("empty");
            workspace.overwriteSource("service: {a: 10, b: 2, timeout:");
            service.awaitStderr("app.yaml:");
            Files.write(workspace.file(Workspace.SOURCE), new byte[] {'a', ':', ' ', (byte) 0xC3});
            service.awaitStderr("UTF-8");
            service.awaitSeen("a", 1);

            workspace.overwriteSource("service: {a: 10, b: 2, timeout: 5s}");
            service.awaitSeen("a", 1, 10);
            service.awaitSeen("version", 1, 2);
        }
    }
}
