package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ResultViewTest {

    private static final String BEFORE = "pool: {size: 5}\ndb: {password: {hunter2: x, hunter3: y}, host: a}";
    private static final String AFTER = "pool: {size: 6}\ndb: {password: {hunter2: z, hunter4: y}, host: b}";

    private final ResultView view = new ResultView(
            path -> Set.of("db.password", "pool").stream()
                    .anyMatch(secret -> path.startsWith(io.reloadagent.source.Path.of(secret))),
            this::unset);

    @TempDir
    Path directory;

    private Reloading reloading;

    private Set<String> unset() {
        return reloading.setup.binder().unset();
    }

    @BeforeEach
    void start() throws Exception {
        reloading = new Reloading(directory, BEFORE);
        assertThat(reloading.size()).isEqualTo(5);
    }

    @AfterEach
    void stop() {
        reloading.close();
    }

    @Test
    @DisplayName("what an entry on disk says of its changes is shown as far as an agent could have written it")
    void foreignChanges() {
        Map<String, Object> good = Map.of("path", "db.host", "oldValue", "a", "newValue", "b");
        Map<String, Object> bad = Map.of("path", "db..host", "oldValue", "a", "newValue", "b");
        HistoryEntry entry = HistoryEntry.earlier(3, true, Map.of("version", 3L, "changes", List.of("x", good, bad)));
        assertThat(view.of(entry))
                .containsEntry(
                        "changes", List.of(good, Map.of("path", "db..host", "oldValue", "***", "newValue", "***")))
                .containsEntry("version", 3L);
    }

    @Test
    @DisplayName("a path is shown down to the secret one, once")
    void restartRequired() throws Exception {
        Map<String, Object> result = view.of(reloading.reload(AFTER));
        assertThat(result).containsEntry("restartRequired", List.of("db.password.***", "db.host"));
        assertThat(result.toString()).doesNotContain("hunter");
    }

    @Test
    @DisplayName(
            "the log asks whether a path that is like one that the source lacks was misspelled; programs get the path")
    void misspelled() throws Exception {
        ResultView open = new ResultView(path -> false, this::unset);
        Result result = reloading.reload("pool: {size: 5, nmae: x}\ndb: {host: a}");
        assertThat(open.advised(open.restartRequired(result)))
                .contains("pool.nmae (did you mean pool.name?)", "db.password.hunter2");
        assertThat(open.of(result).get("restartRequired").toString())
                .contains("pool.nmae,")
                .doesNotContain("mean");
        assertThat(view.advised(view.restartRequired(result)))
                .contains("pool.***")
                .noneMatch(path -> path.contains("mean"));
    }

    @Test
    @DisplayName("a change beneath a secret path shows neither the rest of its path nor its values")
    void changes() throws Exception {
        Map<String, Object> result = view.of(reloading.reload(AFTER));
        assertThat(result)
                .containsEntry("changes", List.of(Map.of("path", "pool.***", "oldValue", "***", "newValue", "***")));
    }
}
