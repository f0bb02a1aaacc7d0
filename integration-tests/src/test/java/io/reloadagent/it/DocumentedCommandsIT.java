package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("docs/operate.md")
class DocumentedCommandsIT {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("examples.directory")).resolve("../docs/operate.md");
    private static final String ADDRESS = "http://127.0.0.1:7099";
    private static final int VERSIONS = 7;

    @OnOldestAndNewest
    @DisplayName("has curl commands that do what they are shown for, as they stand there, the address apart")
    void curl(Jdk jdk, @TempDir Path directory) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(7);
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        Launch launch = Launch.annotated("com.acme.service.ServiceMain")
                .withSource(
                        "reload.watch=false",
                        "reload.settle=20ms",
                        "http.address=127.0.0.1:0",
                        "http.token-file=.reload-agent/token");
        try (Application service = launch.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace, ".reload-agent/token");
            service.awaitSeen("a", 1);
            for (int version = 2; version <= VERSIONS; version++) {
                workspace.source("service: {a: " + version + "}");
                assertThat(http.reload("").statusCode()).isEqualTo(200);
            }
            workspace.source("service: {a: 11}");
            for (String command : commands) {
                assertThat(command).contains(ADDRESS + "/");
                assertWorks(command.replace(ADDRESS, http.address().toString()), directory);
            }
            assertThat(http.status().path("logLevel").asText()).isEqualTo("debug");
            assertThat(http.get("/admin/history")
                            .path("history")
                            .path(0)
                            .path("backToVersion")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    /** Each line of a fenced block that begins with the command. */
    private static List<String> commands() throws Exception {
        List<String> commands = new ArrayList<>();
        boolean fenced = false;
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.startsWith("```")) {
                fenced = !fenced;
            } else if (fenced && line.startsWith("curl ")) {
                commands.add(line);
            }
        }
        return commands;
    }

    /** A command with -N goes on until it is ended. */
    private static void assertWorks(String command, Path home) {
        boolean endless = command.startsWith("curl -N ");
        String options = " -sS -o answer -w '%{http_code}\\n'" + (endless ? " --max-time 2" : "");
        try (Application shell = Application.start(
                List.of("bash", "--norc", "-c", command + options), home, Map.of("HOME", home.toString()))) {
            int exit = shell.awaitExit();
            assertThat(shell.stdout()).as(shell.toString()).containsExactly("200");
            assertThat(exit).as(shell.toString()).isEqualTo(endless ? 28 : 0);
        }
    }
}
