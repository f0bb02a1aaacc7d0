package io.reloadagent.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A secret")
class SecretsIT {

    private static final String CANARY = "canary-4711";

    private static final String[] SETTINGS = {
        "reload.watch=false",
        "reload.backoff.base=0s",
        "http.address=127.0.0.1:0",
        "http.token-file=token",
        "log.level=trace"
    };

    @OnOldestAndNewest
    @DisplayName(
            "that comes from a file of its own into a SecretValue is in no heap dump; one that stands in the source is")
    void heap(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace =
                new Workspace(directory).source("vault: {key: '${file:key.txt}', password: canary-4711-b}");
        Workspace.write(workspace.file("key.txt"), "canary-0815-a");
        try (Application application = launch(SourceFormat.YAML).start(jdk, workspace)) {
            assertThat(application.ask("length")).containsExactly("13");
            Workspace.write(workspace.file("key.txt"), "canary-0815-longer");
            assertThat(application.ask("reload")).startsWith("APPLIED");
            assertThat(application.ask("length")).containsExactly("18");

            Path dump = directory.resolve("heap.hprof");
            application.ask("dump " + dump);
            byte[] heap = Files.readAllBytes(dump);
            assertThat(countOf("canary-4711-b", heap)).isPositive();
            assertThat(countOf("canary-0815", heap)).isZero();
        }
    }

    /** However strings lie in the heap: one byte or two a character. */
    private static int countOf(String text, byte[] heap) {
        return countOf(text.getBytes(ISO_8859_1), heap) + countOf(text.getBytes(UTF_16BE), heap);
    }

    private static int countOf(byte[] text, byte[] heap) {
        int count = 0;
        for (int i = 0; i + text.length <= heap.length; i++) {
            if (Arrays.equals(heap, i, i + text.length, text, 0, text.length)) {
                count++;
            }
        }
        return count;
    }

    @InEveryFormatOnce
    @DisplayName(
            "A35 is in no log, event, result, history, status, JMX attribute or error, be it one by its type or by its path")
    void nowhere(Jdk jdk, SourceFormat format, @TempDir Path directory) throws Exception {
        Workspace workspace = vault(new Workspace(directory), format, "a", "b", "2");
        List<String> seen = new ArrayList<>();
        try (Application application = launch(format).start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            assertThat(application.ask("is canary-4711-a canary-4711-b")).containsExactly("true", "true", "2");
            assertThat(application.ask("shown")).containsExactly("***");

            vault(workspace, format, "c", "d", "3");
            seen.add(http.reload("dryRun=true").body());
            seen.addAll(application.ask("reload"));
            assertThat(application.ask("is canary-4711-c canary-4711-d")).containsExactly("true", "true", "3");
            seen.add(http.reload("").body());

            application.ask("fail true");
            vault(workspace, format, "e", "f", "4");
            seen.add(http.reload("").body());
            seen.addAll(application.ask("reload"));
            assertThat(application.ask("is canary-4711-c canary-4711-d")).containsExactly("true", "true", "3");

            application.ask("fail false");
            workspace.source(format, "vault.key.canary-4711-g=1", "vault.password=[canary-4711-h]", "vault.tries=4");
            seen.add(http.reload("").body());
            Files.writeString(
                    workspace.file(format.file()), "vault.key = \"canary-4711-i\nvault.password= canary-4711-j");
            seen.add(http.reload("").body());
            vault(workspace, format, "k", "l", "many");
            seen.addAll(application.ask("reload"));
            vault(workspace, format, "m", "n", "${vault.password}");
            String referred = http.reload("").body();
            assertThat(referred).contains("vault.tries", "found '***'");
            seen.add(referred);
            seen.add(http.post("/admin/rollback", "version=1").body());
            assertThat(application.ask("is canary-4711-a canary-4711-b")).containsExactly("true", "true", "2");

            seen.add(http.status().toString());
            seen.add(http.get("/admin/history").toString());
            application.awaitAnswer("jmx", attributes -> attributes.anyMatch(line -> line.startsWith("LastError=")));
            seen.addAll(application.ask("jmx"));
            seen.addAll(application.ask("events"));
            assertThat(seen).hasSizeGreaterThan(20).noneMatch(text -> text.contains(CANARY));
            assertThat(seen).anyMatch(text -> text.contains("ROLLED_BACK") && text.contains("cannot log in with ***"));
            assertThat(application.stderr()).isNotEmpty().noneMatch(line -> line.contains(CANARY));
        }
    }

    private static Workspace vault(
            Workspace workspace, SourceFormat format, String key, String password, String tries) {
        return workspace.source(
                format,
                "vault.key=canary-4711-" + key,
                "vault.password=canary-4711-" + password,
                "vault.tries=" + tries);
    }

    private static Launch launch(SourceFormat format) {
        return Launch.annotated("com.acme.secrets.SecretsMain")
                .withAgent(Stream.concat(Stream.of("source=" + format.file()), Stream.of(SETTINGS))
                        .toArray(String[]::new));
    }
}
