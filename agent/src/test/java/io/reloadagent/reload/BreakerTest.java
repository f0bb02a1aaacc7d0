package io.reloadagent.reload;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisplayName("After a failure")
class BreakerTest {

    private static final String FIRST = "pool: {size: 5}";
    private static final String FAILING = "pool: {size: 6}";

    @TempDir
    Path directory;

    private Reloading reloading;
    private TestModule module;

    @BeforeEach
    void start() throws Exception {
        reloading = new Reloading(directory, FIRST);
        assertThat(reloading.size()).isEqualTo(5);
        module = reloading.module("m");
        fails();
    }

    @AfterEach
    void stop() {
        reloading.close();
    }

    private void fails() {
        module.reload = context -> {
            throw new IllegalStateException("no");
        };
    }

    private Result request(Trigger trigger) throws Exception {
        return reloading.coordinator.request(Request.of(trigger, "test", null)).get(60, SECONDS);
    }

    private Outcome outcome() throws Exception {
        return request(Trigger.API).outcome();
    }

    private void pass(Duration time) {
        reloading.nanoTime.addAndGet(time.toNanos());
    }

    @Test
    @DisplayName(
            "A29 the same content is not tried before a wait is over, which doubles up to the cap; the refusal tells cause and seconds")
    void doubling() throws Exception {
        reloading.write(FAILING);
        for (long seconds : new long[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(outcome()).isEqualTo(Outcome.ROLLED_BACK);
            int calls = reloading.calls.size();
            pass(Duration.ofSeconds(seconds).minusMillis(1));
            Result refused = request(Trigger.API);
            assertThat(refused.outcome()).isEqualTo(Outcome.BACKING_OFF);
            assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(1));
            assertThat(refused.message())
                    .startsWith("not tried again for another 1 s, version 1 stays: the same failed before: rolled back")
                    .contains("IllegalStateException: no");
            assertThat(reloading.calls).hasSize(calls);
            assertThat(reloading.coordinator.state()).isEqualTo(State.BACKING_OFF);
            pass(Duration.ofMillis(1));
        }
    }

    @Test
    @DisplayName("A30 when the wait is over one probe is let through, and its success closes the breaker")
    void probe() throws Exception {
        reloading.write(FAILING);
        assertThat(outcome()).isEqualTo(Outcome.ROLLED_BACK);
        pass(Duration.ofSeconds(1));
        assertThat(outcome()).isEqualTo(Outcome.ROLLED_BACK);
        pass(Duration.ofSeconds(2));
        module.reload = context -> {};
        assertThat(outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.coordinator.state()).isEqualTo(State.READY);

        fails();
        reloading.write(FIRST);
        assertThat(outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(reloading.coordinator.backingOff()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("A30 another content may be tried at once; A04 an unchanged one leaves the breaker alone")
    void otherContent() throws Exception {
        reloading.write(FAILING);
        assertThat(outcome()).isEqualTo(Outcome.ROLLED_BACK);
        reloading.write(FIRST);
        assertThat(outcome()).isEqualTo(Outcome.UNCHANGED);
        reloading.write(FAILING);
        assertThat(outcome()).isEqualTo(Outcome.BACKING_OFF);
        module.reload = context -> {};
        reloading.write("pool: {size: 7}");
        assertThat(outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    @DisplayName("A30 each of two contents that take turns in failing has a wait of its own")
    void takingTurns() throws Exception {
        String other = "pool: {size: 7}";
        for (String content : new String[] {FAILING, other}) {
            reloading.write(content);
            assertThat(outcome()).isEqualTo(Outcome.ROLLED_BACK);
        }
        for (String content : new String[] {FAILING, other, FAILING, other}) {
            reloading.write(content);
            assertThat(outcome()).isEqualTo(Outcome.BACKING_OFF);
        }
    }

    @Test
    @DisplayName("A30 a reset by hand lets it be tried at once")
    void reset() throws Exception {
        reloading.write(FAILING);
        assertThat(outcome()).isEqualTo(Outcome.ROLLED_BACK);
        reloading.coordinator.closeBreaker("an operator", "mended the database");
        assertThat(reloading.log.lines())
                .anyMatch(line -> line.endsWith(
                        "what failed may be tried again at once, says an operator, reason: mended the database"));
        assertThat(outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(reloading.coordinator.backingOff()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("A31 a file's change that arrives meanwhile is tried when the wait ends")
    void laterFile() throws Exception {
        Breaker breaker = new Breaker(Duration.ofMillis(300), Duration.ofSeconds(1), System::nanoTime);
        try (Reloading quick = new Reloading(directory, FIRST, breaker)) {
            assertThat(quick.size()).isEqualTo(5);
            TestModule failing = quick.module("m");
            failing.reload = context -> {
                throw new IllegalStateException("no");
            };
            quick.write(FAILING);
            Request file = Request.of(Trigger.FILE, "watcher", null);
            assertThat(quick.coordinator.request(file).get(60, SECONDS).outcome())
                    .isEqualTo(Outcome.ROLLED_BACK);
            failing.reload = context -> {};
            assertThat(quick.coordinator.request(file).get(60, SECONDS).outcome())
                    .isEqualTo(Outcome.BACKING_OFF);
            assertThat(quick.coordinator.lastContent()).isEqualTo(quick.sources.read());
            await().until(() -> quick.size() == 6);
            assertThat(quick.coordinator.lastResult().request().trigger()).isEqualTo(Trigger.FILE);
        }
    }

    @Test
    @DisplayName("A31 and at once after a reset")
    void laterFileAfterReset() throws Exception {
        reloading.write(FAILING);
        assertThat(request(Trigger.FILE).outcome()).isEqualTo(Outcome.ROLLED_BACK);
        module.reload = context -> {};
        assertThat(request(Trigger.FILE).outcome()).isEqualTo(Outcome.BACKING_OFF);
        reloading.coordinator.closeBreaker("an operator", null);
        await().until(() -> reloading.size() == 6);
    }

    @Test
    @DisplayName(
            "sources that cannot be read are not read again and again for who asks; when they are back they are tried at once")
    void unreadable() throws Exception {
        java.nio.file.Files.delete(directory.resolve("app.yaml"));
        assertThat(outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(outcome()).isEqualTo(Outcome.BACKING_OFF);
        module.reload = context -> {};
        reloading.write(FAILING);
        assertThat(outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    @DisplayName("nobody waits where no wait is wanted")
    void off() throws Exception {
        Breaker none = new Breaker(Duration.ZERO, Duration.ofSeconds(30), () -> 0);
        try (Reloading patient = new Reloading(directory, FIRST, none)) {
            assertThat(patient.size()).isEqualTo(5);
            patient.write("pool: {size: many}");
            Request api = Request.of(Trigger.API, "test", null);
            for (int i = 0; i < 2; i++) {
                assertThat(patient.coordinator.request(api).get(60, SECONDS).outcome())
                        .isEqualTo(Outcome.REFUSED);
            }
        }
    }
}
