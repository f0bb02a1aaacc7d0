package io.reloadagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Level;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StopTest {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CapturedLog log = new CapturedLog(Level.INFO);
    private final AgentThread thread = new AgentThread("test-", log.log());
    private final Stop stop = new Stop(thread, () -> done.add("stopped"), log.log());

    @AfterEach
    void endThread() {
        thread.shutdownNow();
    }

    @Test
    void whatWasDoneIsUndoneLastFirstOnce() {
        stop.first("undo the first", () -> done.add("first"));
        stop.first("undo the second", () -> done.add("second"));
        stop.run();
        stop.run();
        assertThat(done).containsExactly("second", "first", "stopped");
    }

    @Test
    void whatCannotBeUndoneIsSaidAndTheRestIsUndone() {
        stop.first("undo the first", () -> done.add("first"));
        stop.first("undo the second", () -> {
            throw new IOException("no");
        });
        assertThatThrownBy(stop::run)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only in part")
                .hasNoCause();
        assertThat(done).containsExactly("first", "stopped");
        assertThat(log.lines()).anyMatch(line -> line.contains("ERROR the agent could not undo the second"));
    }

    @Test
    void whatATaskOfTheAgentThrowsIsSaid() throws Exception {
        thread.execute(() -> {
            throw new IllegalStateException("no");
        });
        thread.submit(() -> done.add("next")).get();
        assertThat(log.lines()).anyMatch(line -> line.contains("ERROR a task of the agent failed"));
    }

    @Test
    void aTaskThatComesTooLateIsDropped() {
        thread.shutdown();
        thread.execute(() -> done.add("late"));
        assertThat(done).isEmpty();
    }
}
