package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A36 A history on disk that cannot be used leaves the application as it is:")
class HistoryFaultsIT {

    private static final Launch SERVICE = Launch.annotated("com.acme.service.ServiceMain")
            .withSource(
                    "history.dir=" + HistoryFiles.NAME,
                    "reload.settle=20ms",
                    "http.address=127.0.0.1:0",
                    "http.token-file=token");

    @OnOldestAndNewest
    @DisplayName(
            "a directory with loose permissions, or behind a symbolic link, is refused; the history stays in memory")
    void refused(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        Path history = Files.createDirectory(workspace.file(HistoryFiles.NAME));
        Files.setPosixFilePermissions(history, PosixFilePermissions.fromString("rwxr-x---"));
        servesInMemory(jdk, workspace, "chmod 700");

        Files.delete(history);
        Path elsewhere = Files.createDirectory(
                workspace.file("elsewhere"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createSymbolicLink(history, elsewhere);
        servesInMemory(jdk, workspace, "symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    private static void servesInMemory(Jdk jdk, Workspace workspace, String why) throws Exception {
        workspace.source("service: {a: 1, b: 2}");
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitStderr("the history is kept in memory only: ");
            assertThat(service.awaitStderr(why)).contains("WARN");
            service.awaitSeen("a", 1);
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("version", 1, 2);
            assertThat(http.status().path("history").path("onDisk").asBoolean()).isFalse();
            assertThat(http.status().path("history").path("problem").asText()).contains(why);
            assertThat(http.get("/admin/history").path("history")).hasSize(2);
        }
    }

    @OnOldestAndNewest
    @DisplayName("the second JVM in the same directory keeps its history in memory, and says so")
    void twoJvms(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        try (Application first = SERVICE.start(jdk, workspace)) {
            first.awaitSeen("a", 1);
            HistoryFiles.of(workspace).await("-start-1.json");
            servesInMemory(jdk, workspace, "in use by another JVM");
            first.awaitSeen("version", 1, 2);
            HistoryFiles.of(workspace).await("-version-2.json");
        }
    }

    @OnOldestAndNewest
    @DisplayName("a file that is cut off, foreign or of a newer format is named and left out; the one before is used")
    void damagedFiles(Jdk jdk, @TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        HistoryFiles files = HistoryFiles.of(workspace);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 1);
            for (int version = 2; version <= 4; version++) {
                workspace.source("service: {a: " + version + ", b: 2}");
                files.await("-version-" + version + ".json");
            }
        }
        Path cutOff = files.await("-version-4.json");
        Files.write(cutOff, Arrays.copyOf(Files.readAllBytes(cutOff), 200));
        Path newer = files.await("-version-3.json");
        Files.writeString(newer, "reload-agent history 2\nwhatever comes then\n");
        Files.writeString(files.directory().resolve("notes.txt"), "an operator's");
        workspace.delete(Workspace.SOURCE);
        try (Application service = SERVICE.start(jdk, workspace)) {
            service.awaitSeen("a", 2);
            service.awaitSeen("version", 1001);
            service.awaitStderr("-version-4.json is cut off or damaged");
            service.awaitStderr("-version-3.json was written by a newer agent, in format 2");
            service.awaitStderr("1 files in");
        }
        assertThat(files.named("-version-4.json.broken")).hasSize(1);
        assertThat(newer).exists();
        assertThat(files.named("notes.txt")).hasSize(1);
    }

    @OnOldestAndNewest
    @DisplayName("a directory that is gone for a while harms no reload; when it can be written again, it is")
    void gone(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace = new Workspace(directory).source("service: {a: 1, b: 2}");
        HistoryFiles files = HistoryFiles.of(workspace);
        try (Application service = SERVICE.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            files.await("-start-1.json");
            Path away = workspace.file("away");
            Files.move(files.directory(), away);
            workspace.source("service: {a: 10, b: 2}");
            service.awaitSeen("a", 1, 10);
            service.awaitStderr("the history cannot be written");
            workspace.source("service: {a: 100, b: 2}");
            service.awaitSeen("a", 1, 10, 100);
            assertThat(http.status().path("history").path("failedWrites").asInt())
                    .isPositive();

            Files.move(away, files.directory());
            files.await("-version-2.json");
            files.await("-version-3.json");
            service.awaitStderr("the history is written to");
        }
    }
}
