package io.reloadagent.reload;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.reloadagent.bind.Change;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceFiles;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisplayName("Of a reload")
class ScopeTest {

    private static final String FIRST = "pool: {size: 5}\nlate: {port: 1}\nother: a\n";
    private static final String SECOND = "pool: {size: 6}\nlate: {port: 2}\nother: b\n";

    @TempDir
    java.nio.file.Path directory;

    private Reloading reloading;

    @BeforeEach
    void start() throws Exception {
        reloading = new Reloading(directory, FIRST);
        assertThat(reloading.size()).isEqualTo(5);
        assertThat(reloading.readLate()).isEqualTo(1);
    }

    @AfterEach
    void stop() {
        reloading.close();
    }

    private Result run(Scope scope) throws Exception {
        Request request = Request.of(Trigger.API, "test", "because").of(scope);
        return reloading.coordinator.request(request).get(60, SECONDS);
    }

    private static Scope sections(String... names) {
        return Scope.of(Stream.of(names).map(Path::of).toList());
    }

    private List<String> drift() {
        return reloading.coordinator.drift().stream().map(Path::toString).toList();
    }

    @Test
    @DisplayName("A11 only the sections asked for are taken over; the rest is pending, and shown as drift")
    void someSections() throws Exception {
        reloading.module("m");
        reloading.write(SECOND);
        Result result = run(sections("pool"));
        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(result.version()).isEqualTo(2);
        assertThat(reloading.calls).containsExactly("m pool.size 5->6");
        assertThat(reloading.size()).isEqualTo(6);
        assertThat(reloading.readLate()).isEqualTo(1);
        assertThat(drift()).containsExactly("late.port", "other");

        assertThat(run(Scope.EVERYTHING).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.readLate()).isEqualTo(2);
        assertThat(drift()).isEmpty();
    }

    @Test
    @DisplayName(
            "A11 a key that is gone beneath a section is gone in force; sections are found however they are spelled")
    void deletedInSection() throws Exception {
        reloading.write("POOL.name: b\nlate: {port: 2}\n");
        assertThat(run(sections("Pool")).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.size()).isEqualTo(1);
        assertThat(reloading.readLate()).isEqualTo(1);
        assertThat(drift()).containsExactly("late.port", "other");
    }

    @Test
    @DisplayName("A11 an unknown section is an error that lists the known ones; nothing happens")
    void unknownSection() throws Exception {
        reloading.write(SECOND);
        assertThat(run(sections("other.deeper")).outcome())
                .as("beneath a value there is none")
                .isEqualTo(Outcome.INVALID);
        Result result = run(sections("pool", "poll", "lat"));
        assertThat(result.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(result.message())
                .isEqualTo(
                        "there is no section 'lat', did you mean 'late'?, and no 'poll', did you mean 'pool'?; there are"
                                + " late, other, pool");
        assertThat(result.version()).isEqualTo(1);
        assertThat(reloading.size()).isEqualTo(5);
        assertThat(reloading.coordinator.state()).isEqualTo(State.READY);
    }

    @Test
    @DisplayName("A12 only the enabled modules are called, and only what is beneath them applies")
    void enabledModules() throws Exception {
        reloading.close();
        java.nio.file.Path file = Files.writeString(directory.resolve("app.yaml"), FIRST);
        EnabledModules enabled = new EnabledModules(List.of("pool", "no..path"));
        reloading = new Reloading(SourceFiles.of(Duration.ZERO, file), Duration.ofSeconds(20), enabled);
        assertThat(reloading.size()).isEqualTo(5);
        assertThat(reloading.readLate()).isEqualTo(1);
        List.of("pool", "late").forEach(reloading::module);

        assertThat(reloading.reload(SECOND).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.calls).containsExactly("pool pool.size 5->6");
        assertThat(reloading.readLate()).isEqualTo(1);
        assertThat(drift()).containsExactly("late.port", "other");

        Result refused = run(sections("late"));
        assertThat(refused.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(refused.message())
                .isEqualTo("the section 'late' is not enabled; reload.modules has [pool, no..path]");
        assertThat(run(sections("pool.size")).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    @DisplayName("A12 an enabled module that there is not is named, with what it was meant to be")
    void misspeltModules() throws Exception {
        reloading.close();
        java.nio.file.Path file = Files.writeString(directory.resolve("app.yaml"), FIRST);
        EnabledModules enabled = new EnabledModules(List.of("other", "mail", "lste", "pool.size", "no..path"));
        reloading = new Reloading(SourceFiles.of(Duration.ZERO, file), Duration.ofSeconds(20), enabled);
        reloading.module("mail");

        assertThat(reloading.reload(SECOND).outcome()).isEqualTo(Outcome.APPLIED);
        String text = reloading.log.text();
        assertThat(text)
                .contains(
                        "in it 'lste' is neither a section of the sources nor a module that is registered; did you mean 'late'?")
                .contains("in it 'no..path' is neither a section of the sources nor a module that is registered\n")
                .doesNotContain("'other'", "'mail'", "'pool.size'");
    }

    @Test
    @DisplayName("A13 a dry run checks the same and finds the same, and nothing changes; only validate is called")
    void dryRun() throws Exception {
        TestModule module = reloading.module("m");
        module.can = false;
        List<String> validated = new java.util.concurrent.CopyOnWriteArrayList<>();
        module.validate = context -> validated.add("m");
        reloading.write(SECOND);

        Result dry = run(Scope.EVERYTHING.asDryRun());
        assertThat(dry.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(dry.message()).isEqualTo("dry run: 2 changes would be applied");
        assertThat(dry.changes()).extracting(Change::toString).containsExactly("late.port", "pool.size");
        assertThat(dry.restartRequired()).extracting(Path::toString).containsExactly("other");
        assertThat(dry.version()).isEqualTo(1);
        assertThat(validated).containsExactly("m");
        assertThat(reloading.calls).isEmpty();
        assertThat(reloading.size()).isEqualTo(5);
        assertThat(reloading.eventTypes()).isEmpty();
        assertThat(reloading.history.entries()).hasSize(1);
        assertThat(reloading.coordinator.lastResult()).isNull();

        Result inEarnest = run(Scope.EVERYTHING);
        assertThat(inEarnest.changes()).isEqualTo(dry.changes());
        assertThat(inEarnest.outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    @DisplayName("A13 a dry run refuses what a reload would refuse, and does not keep anybody waiting")
    void refusedDryRun() throws Exception {
        reloading.write("pool: {size: many}\n");
        Result dry = run(Scope.EVERYTHING.asDryRun());
        assertThat(dry.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(reloading.coordinator.backingOff()).isZero();
        Result result = run(Scope.EVERYTHING);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.problems()).isEqualTo(dry.problems());
    }

    @Test
    @DisplayName("A14 a roll back is a reload of its own with a new number, and tells where it comes from")
    void rollBack() throws Exception {
        reloading.module("m");
        reloading.reload(SECOND);
        reloading.calls.clear();
        Result result = run(Scope.backTo(1));
        assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(result.version()).isEqualTo(3);
        assertThat(result.request().scope().version()).isEqualTo(1);
        assertThat(reloading.calls).containsExactly("m late.port 2->1 pool.size 6->5");
        assertThat(reloading.size()).isEqualTo(5);
        assertThat(drift()).containsExactly("late.port", "other", "pool.size");
        assertThat(reloading.history.entries())
                .extracting(HistoryEntry::version)
                .containsExactly(1L, 2L, 3L);

        assertThat(run(Scope.backTo(2)).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.size()).isEqualTo(6);
    }

    @Test
    @DisplayName("A14 a roll back passes the modules' checks, and one to an unknown version is an error")
    void refusedRollBack() throws Exception {
        TestModule module = reloading.module("m");
        reloading.reload(SECOND);
        module.validate = context -> {
            throw new IllegalStateException("not back");
        };
        assertThat(run(Scope.backTo(1)).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(reloading.size()).isEqualTo(6);
        Result unknown = run(Scope.backTo(7));
        assertThat(unknown.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(unknown.message()).isEqualTo("version 7 is not kept; there are versions 1 to 2");
    }

    @Test
    @DisplayName("the history keeps a hundred versions and as many failures")
    void bounded() throws Exception {
        TestModule module = reloading.module("m");
        for (int i = 0; i < 110; i++) {
            module.reload = context -> {};
            reloading.reload("pool: {size: " + (10 + i) + "}");
            module.reload = context -> {
                throw new IllegalStateException("no");
            };
            reloading.reload("pool: {size: " + (1000 + i) + "}");
        }
        assertThat(reloading.history.entries()).hasSize(200);
        assertThat(reloading.history.range()).isEqualTo("versions 12 to 111");
        module.reload = context -> {};
        assertThat(run(Scope.backTo(12)).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.size()).isEqualTo(20);
    }

    @Test
    @DisplayName("the steps are measured")
    void steps() throws Exception {
        assertThat(reloading.reload(SECOND).steps().keySet())
                .containsExactly("read", "parse", "compare", "validate", "open", "callbacks", "commit");
    }
}
