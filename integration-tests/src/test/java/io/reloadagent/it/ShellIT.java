package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("In a shell, the command line")
class ShellIT {

    private static final String ESCAPE = "\u001b[";

    /** What a shell does with the words of a line when the tabulator key is pressed behind the last one. */
    private static final String TAB = """
            reload-agent() { "$JAVA" -jar "$JAR" "$@"; }
            source <(reload-agent completion)
            complete=$(complete -p reload-agent)
            complete=${complete#*-F }
            complete=${complete%% *}
            tab() {
              COMP_WORDS=("$@")
              COMP_CWORD=$(($# - 1))
              COMPREPLY=()
              "$complete"
              echo "${COMPREPLY[@]}"
            }
            """;

    /** A person at a terminal, who waits each time until what he expects is there: zsh completes on a terminal only. */
    private static final String ZSH = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'reload-agent() { "$JAVA" -jar "$JAR" "$@"; }'
            zpty -w shell 'autoload -U compinit; compinit -u; source <(reload-agent completion); print re""ady'
            zpty -r shell seen "*ready*"
            zpty -w -n shell $'reload-agent rol\\t'
            zpty -r shell seen "*rollback*" && print rollback
            zpty -w -n shell $'\\x15reload-agent reload --dr\\t'
            zpty -r shell seen "*--dry-run*" && print -- --dry-run
            zpty -d shell
            """;

    @OnOldestAndNewest
    @DisplayName("completes verbs and options in bash")
    void bash(Jdk jdk, @TempDir Path directory) {
        List<String> completed = run(
                jdk,
                directory,
                Map.of(),
                "bash",
                "--norc",
                "-c",
                TAB + "tab reload-agent rol\ntab reload-agent re\ntab reload-agent reload --d\ntab reload-agent hist");
        assertThat(completed).hasSize(4);
        assertThat(completed.get(0)).isEqualTo("rollback");
        assertThat(completed.get(1).split(" ")).containsExactlyInAnyOrder("reload", "reset-breaker");
        assertThat(completed.get(2)).isEqualTo("--dry-run");
        assertThat(completed.get(3)).isEqualTo("history");
    }

    @OnOldestAndNewest
    @DisplayName("completes verbs and options in zsh")
    void zsh(Jdk jdk, @TempDir Path directory) {
        assumeTrue(isInstalled("zsh"), "zsh is not installed");
        assertThat(run(jdk, directory, Map.of(), "zsh", "-f", "-c", ZSH)).containsExactly("rollback", "--dry-run");
    }

    @OnEveryJdk
    @DisplayName("is coloured on a terminal only, and not with NO_COLOR")
    void colours(Jdk jdk, @TempDir Path directory) throws Exception {
        assumeTrue(isInstalled("script"), "script, of util-linux, is not installed");
        Workspace workspace = new Workspace(directory).source("service: {a: 1}");
        Launch launch = Launch.annotated("com.acme.service.ServiceMain")
                .withSource("reload.watch=false", "http.address=127.0.0.1:0", "http.token-file=token");
        try (Application service = launch.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(service, workspace);
            service.awaitSeen("a", 1);
            String health = "\"$JAVA\" -jar \"$JAR\" health --token-file token --url " + http.address();
            List<String> terminal = List.of("script", "-q", "-e", "-c", health, "/dev/null");

            assertThat(String.join("\n", run(jdk, directory, Map.of(), terminal.toArray(String[]::new))))
                    .contains("UP: READY", ESCAPE);
            assertThat(String.join("\n", run(jdk, directory, Map.of("NO_COLOR", "1"), terminal.toArray(String[]::new))))
                    .contains("UP: READY")
                    .doesNotContain(ESCAPE);
            assertThat(String.join("\n", run(jdk, directory, Map.of(), "sh", "-c", health)))
                    .contains("UP: READY")
                    .doesNotContain(ESCAPE);
        }
    }

    private static boolean isInstalled(String program) {
        return Files.isExecutable(Path.of("/usr/bin", program)) || Files.isExecutable(Path.of("/bin", program));
    }

    /** What it writes to stdout; it ends well. */
    private static List<String> run(Jdk jdk, Path directory, Map<String, String> more, String... command) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("JAVA", jdk.program("java"));
        environment.put("JAR", Launch.AGENT_JAR.toString());
        environment.put("TERM", "xterm");
        try (Application shell = Application.start(List.of(command), directory, environment)) {
            assertThat(shell.awaitExit()).as(shell.toString()).isZero();
            return shell.stdout();
        }
    }
}
