package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A secret")
class SecretsIT {

    private static final String CANARY = "canary-4711";

    private static final Launch SECRETS = Launch.annotated("com.acme.secrets.SecretsMain")
            .withSource(
                    "reload.watch=false",
                    "reload.backoff.base=0s",
                    "http.address=127.0.0.1:0",
                    "http.token-file=token",
                    "log.level=trace");

    @OnEveryJdk
    @DisplayName(
            "A35 is in no log, event, result, history, status, JMX attribute or error, be it one by its type or by its path")
    void nowhere(Jdk jdk, @TempDir Path directory) throws Exception {
        Workspace workspace =
                new Workspace(directory).source("vault: {key: canary-4711-a, password: canary-4711-b, tries: 2}");
        List<String> seen = new ArrayList<>();
        try (Application application = SECRETS.start(jdk, workspace)) {
            AgentHttp http = AgentHttp.of(application, workspace);
            assertThat(application.ask("is canary-4711-a canary-4711-b")).containsExactly("true", "true", "2");
            assertThat(application.ask("shown")).containsExactly("***");

            workspace.source("vault: {key: canary-4711-c, password: canary-4711-d, tries: 3}");
            seen.add(http.reload("dryRun=true").body());
            seen.addAll(application.ask("reload"));
            assertThat(application.ask("is canary-4711-c canary-4711-d")).containsExactly("true", "true", "3");
            seen.add(http.reload("").body());

            application.ask("fail true");
            workspace.source("vault: {key: canary-4711-e, password: canary-4711-f, tries: 4}");
            seen.add(http.reload("").body());
            seen.addAll(application.ask("reload"));
            assertThat(application.ask("is canary-4711-c canary-4711-d")).containsExactly("true", "true", "3");

            application.ask("fail false");
            workspace.source("vault: {key: {canary-4711-g: 1}, password: [canary-4711-h], tries: 4}");
            seen.add(http.reload("").body());
            workspace.source("vault: {key: canary-4711-i", "password: canary-4711-j");
            seen.add(http.reload("").body());
            workspace.source("vault: {key: canary-4711-k, tries: many}");
            seen.addAll(application.ask("reload"));
            seen.add(http.post("/admin/rollback", "version=1").body());
            assertThat(application.ask("is canary-4711-a canary-4711-b")).containsExactly("true", "true", "2");

            seen.add(http.status().toString());
            seen.add(http.get("/admin/history").toString());
            seen.addAll(application.ask("events"));
            assertThat(seen).hasSizeGreaterThan(10).noneMatch(text -> text.contains(CANARY));
            assertThat(seen).anyMatch(text -> text.contains("ROLLED_BACK") && text.contains("cannot log in with ***"));
            assertThat(application.stderr()).isNotEmpty().noneMatch(line -> line.contains(CANARY));
        }
    }
}
