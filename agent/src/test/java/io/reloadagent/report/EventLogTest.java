package io.reloadagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final CapturedLog captured = new CapturedLog(Level.INFO);
    private final EventLog observer = new EventLog(captured.log());

    @Test
    @DisplayName("a reload that went well is one line at info, and its steps are lines at debug")
    void success() {
        publishSuccess();
        assertThat(captured.lines())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).endsWith("INFO Reload r1 completed in 42 ms: version 5, 1 change: pool.size"));

        captured.log().setLevel(Level.DEBUG);
        publishSuccess();
        assertThat(captured.lines().stream().skip(1).map(line -> line.replaceFirst("^\\S+ \\S+ ", "")))
                .containsExactly(
                        "DEBUG Reload r1 started by trigger file",
                        "DEBUG Reload r1: 1 change valid",
                        "DEBUG Reload r1: module 'pool' begins",
                        "DEBUG Reload r1: module 'pool' done in 12 ms",
                        "INFO Reload r1 completed in 42 ms: version 5, 1 change: pool.size");
    }

    private void publishSuccess() {
        observer.accept(Event.started("r1", "file"));
        observer.accept(Event.validated("r1", 1));
        observer.accept(Event.moduleStarted("r1", "pool"));
        observer.accept(Event.moduleCompleted("r1", "pool", Duration.ofMillis(12)));
        observer.accept(Event.completed("r1", Duration.ofMillis(42), List.of("pool.size"), 5));
    }

    @Test
    @DisplayName("a failure is a warning a problem, and says the module")
    void failure() {
        observer.accept(Event.failed("r1", "app.yaml:3:5 a: wrong\napp.yaml:4:5 b: wrong", null));
        observer.accept(Event.failed("r2", "refused", "pool"));

        assertThat(captured.lines().stream().map(line -> line.replaceFirst("^\\S+ \\S+ ", "")))
                .containsExactly(
                        "WARN Reload r1 failed: app.yaml:3:5 a: wrong",
                        "WARN Reload r1 failed: app.yaml:4:5 b: wrong",
                        "WARN Reload r2 failed in module 'pool': refused");
    }
}
