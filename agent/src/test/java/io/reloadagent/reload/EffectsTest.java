package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.bind.Change;
import io.reloadagent.bind.Consequences;
import io.reloadagent.bind.Effect;
import io.reloadagent.bind.Follower;
import io.reloadagent.source.Document;
import io.reloadagent.source.Leaf;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisplayName("What a change does besides to fields")
class EffectsTest {

    @TempDir
    java.nio.file.Path directory;

    /** Follows one path, and writes down what it does; {@code fail} is a value that makes it throw. */
    private record Recorder(String path, List<String> calls, String fail) implements Follower {

        private String value(Document document) {
            try {
                Node node = document.find(Path.of(path));
                return node == null ? null : ((Leaf) node).text();
            } catch (SourceException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void compare(Document before, Document after, Consequences found) {
            found.follow(Path.of(path));
            if (!Objects.equals(value(before), value(after))) {
                found.change(new Change(Path.of(path), value(before), value(after)));
                found.effect(new Recorded(path, value(before), value(after), calls, fail));
            }
        }

        @Override
        public void catchUp(Document inForce) {
            calls.add(path + " caught up with " + value(inForce));
        }

        @Override
        public Collection<String> names() {
            return List.of(path);
        }
    }

    private record Recorded(String name, String before, String after, List<String> calls, String fail)
            implements Effect {

        @Override
        public void apply() {
            calls.add(name + " " + before + "->" + after);
            if (after.equals(fail)) {
                throw new IllegalStateException("no " + fail);
            }
        }

        @Override
        public void undo() {
            calls.add(name + " back to " + before);
        }
    }

    private Reloading reloading() throws Exception {
        Reloading reloading = new Reloading(directory, "{pool: {size: 1}, first: a, second: a}");
        reloading.setup.binder().add(new Recorder("first", reloading.calls, "bad"));
        reloading.setup.binder().add(new Recorder("second", reloading.calls, "bad"));
        return reloading;
    }

    @Test
    @DisplayName("is done after all modules, and is a change like others")
    void order() throws Exception {
        try (Reloading reloading = reloading()) {
            assertThat(reloading.size()).isEqualTo(1);
            TestModule last = reloading.module("last");
            last.order = 1000;
            Result result = reloading.reload("{pool: {size: 2}, first: b, second: b}");
            assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(result.changes())
                    .extracting(change -> change.path() + " " + change.newValue())
                    .containsExactly("first b", "pool.size 2", "second b");
            assertThat(reloading.calls).containsExactly("last pool.size 1->2", "first a->b", "second a->b");
            assertThat(reloading.eventTypes())
                    .containsExactly(
                            "reload.started",
                            "reload.validated",
                            "reload.module.started",
                            "reload.module.completed",
                            "reload.module.started",
                            "reload.module.completed",
                            "reload.module.started",
                            "reload.module.completed",
                            "reload.completed");
        }
    }

    @Test
    @DisplayName("makes a version by itself, and needs no restart")
    void alone() throws Exception {
        try (Reloading reloading = reloading()) {
            Result result = reloading.reload("{pool: {size: 1}, first: b, second: a}");
            assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(result.version()).isEqualTo(2);
            assertThat(result.restartRequired()).isEmpty();
            assertThat(reloading.calls).containsExactly("first a->b");
            assertThat(reloading
                            .reload("{pool: {size: 1}, first: b, second: a, x: 1}")
                            .outcome())
                    .isEqualTo(Outcome.UNCHANGED);
        }
    }

    @Test
    @DisplayName("is undone last first, the one that failed included, before the modules go back")
    void failing() throws Exception {
        try (Reloading reloading = reloading()) {
            assertThat(reloading.size()).isEqualTo(1);
            TestModule module = reloading.module("module");
            Result result = reloading.reload("{pool: {size: 2}, first: b, second: bad}");
            assertThat(result.outcome()).isEqualTo(Outcome.ROLLED_BACK);
            assertThat(result.failedModule()).isEqualTo("second");
            assertThat(result.message()).contains("module 'second' threw java.lang.IllegalStateException: no bad");
            assertThat(reloading.calls)
                    .containsExactly(
                            "module pool.size 1->2",
                            "first a->b",
                            "second a->bad",
                            "second back to a",
                            "first back to a",
                            "module back pool.size 2->1");
            assertThat(reloading.size()).isEqualTo(1);
            assertThat(module.can).isTrue();
        }
    }

    @Test
    @DisplayName("is not done by a dry run")
    void dryRun() throws Exception {
        try (Reloading reloading = reloading()) {
            reloading.write("{pool: {size: 1}, first: b, second: bad}");
            Result result = reloading
                    .coordinator
                    .request(Request.of(Trigger.API, "test", null).of(Scope.EVERYTHING.asDryRun()))
                    .get(60, TimeUnit.SECONDS);
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.changes()).hasSize(2);
            assertThat(reloading.calls).isEmpty();
        }
    }
}
