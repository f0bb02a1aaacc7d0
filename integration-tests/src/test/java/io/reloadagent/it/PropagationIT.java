package io.reloadagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A new value")
class PropagationIT {

    private static final int EDITS = Integer.getInteger("propagation.edits", 40);
    private static final Duration PATIENCE = Duration.ofSeconds(30 + EDITS);
    private static final Pattern TIMES = Pattern.compile("median ([0-9.]+) p99 [0-9.]+ longest [0-9.]+");

    /** In milliseconds. On a machine that does nothing else it takes 60; tests share theirs. */
    private static final double LONGEST_MEDIAN = 400;

    @OnEveryJdk
    @DisplayName("is read soon after its file was renamed over the old one, and not before the settle window is over")
    void soon(Jdk jdk, @TempDir Path directory) {
        Workspace workspace = new Workspace(directory)
                .source("edit: -1")
                .configuration(
                        "sources: [{file: app.yaml}]",
                        "dynamic: [{class: com.acme.propagation.PropagationMain, fields: [edit], initial: source}]",
                        "log.level: warn");
        try (Application application = Launch.legacy("com.acme.propagation.PropagationMain")
                .withConfiguration()
                .arguments(Workspace.SOURCE, String.valueOf(EDITS))
                .start(jdk, workspace)) {
            await().atMost(PATIENCE)
                    .until(() -> application.stdout().stream().anyMatch(line -> line.startsWith("median")));
            List<String> lines = application.stdout();
            System.out.println("rename to read, ms, " + EDITS + " edits, " + jdk + ": " + lines);
            Matcher times = TIMES.matcher(String.join("\n", lines));
            assertThat(times.find()).as("%s", lines).isTrue();
            assertThat(Double.parseDouble(times.group(1))).isBetween(50.0, LONGEST_MEDIAN);
        }
    }
}
