package io.reloadagent.reload;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.source.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CoordinatorTest {

    private static final String FIVE = "pool: {size: 5}";
    private static final String SIX = "pool: {size: 6}";
    private static final String SEVEN = "pool: {size: 7}";

    @TempDir
    Path directory;

    private Reloading reloading;

    @BeforeEach
    void start() throws Exception {
        reloading = new Reloading(directory, FIVE);
        assertThat(reloading.size()).isEqualTo(5);
    }

    @AfterEach
    void stop() {
        reloading.close();
    }

    @Test
    @DisplayName("A24 requests that arrive while a reload runs are answered by one further reload")
    void coalescing() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TestModule module = reloading.module("a");
        module.reload = context -> {
            running.countDown();
            goOn.await();
        };
        reloading.write(SIX);
        CompletableFuture<Result> first = reloading.request();
        assertThat(running.await(60, SECONDS)).isTrue();
        List<CompletableFuture<Result>> later = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            later.add(reloading.request());
        }
        later.remove(0).cancel(true);
        later.remove(0).complete(null);
        reloading.write(SEVEN);
        goOn.countDown();
        Set<String> ids = new HashSet<>();
        for (CompletableFuture<Result> request : later) {
            Result result = request.get(60, SECONDS);
            assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(result.version()).isEqualTo(3);
            ids.add(result.reloadId());
        }
        assertThat(ids).hasSize(1).doesNotContain(first.get(60, SECONDS).reloadId());
        assertThat(first.get().version()).isEqualTo(2);
        assertThat(reloading.calls).containsExactly("a pool.size 5->6", "a pool.size 6->7");
    }

    @Test
    @DisplayName("when it is closed, the reload that runs goes on; requests that wait, and later ones, are refused")
    void closed() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        reloading.module("a").reload = context -> {
            running.countDown();
            goOn.await();
        };
        reloading.write(SIX);
        CompletableFuture<Result> first = reloading.request();
        assertThat(running.await(60, SECONDS)).isTrue();
        CompletableFuture<Result> waiting = reloading.request();
        reloading.coordinator.close();
        for (CompletableFuture<Result> refused : List.of(waiting, reloading.request())) {
            assertThat(refused.get(60, SECONDS).outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(refused.get().message()).contains("the agent was stopped");
        }
        goOn.countDown();
        assertThat(first.get(60, SECONDS).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(reloading.size()).isEqualTo(6);
    }

    @Test
    @DisplayName("A20 a callback that asks for a reload gets one behind the one under way")
    void fromCallback() throws Exception {
        AtomicReference<CompletableFuture<Result>> followUp = new AtomicReference<>();
        reloading.module("a").reload = context -> {
            if (followUp.get() == null) {
                reloading.write(SEVEN);
                followUp.set(reloading.request());
            }
        };
        assertThat(reloading.reload(SIX).version()).isEqualTo(2);
        assertThat(followUp.get().get(60, SECONDS).version()).isEqualTo(3);
        assertThat(reloading.size()).isEqualTo(7);
    }

    @Test
    @DisplayName("A20 callbacks that ask for one reload after another get an error in the end")
    void chain() throws Exception {
        AtomicInteger size = new AtomicInteger(5);
        List<CompletableFuture<Result>> asked = new CopyOnWriteArrayList<>();
        reloading.module("a").reload = context -> {
            reloading.write("pool: {size: " + size.incrementAndGet() + "}");
            asked.add(reloading.request());
        };
        reloading.reload("pool: {size: " + size.incrementAndGet() + "}");
        await().until(() -> asked.size() == Chain.LONGEST + 1);
        Result last = asked.get(Chain.LONGEST).get(60, SECONDS);
        assertThat(last.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(last.message()).contains("the chain ends here");
        for (CompletableFuture<Result> earlier : asked.subList(0, Chain.LONGEST)) {
            assertThat(earlier.get(60, SECONDS).outcome()).isEqualTo(Outcome.APPLIED);
        }
        assertThat(reloading.log.lines()).anyMatch(line -> line.contains("the chain ends here"));

        reloading.modules.unregister("a");
        assertThat(reloading.reload(SEVEN).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    @DisplayName("A20 a callback that waits for the reload that it asked for fails at its deadline; no deadlock")
    void waitingForItself() throws Exception {
        TestModule module = reloading.module("a");
        module.timeout = Duration.ofMillis(200);
        module.reload = context -> reloading.request().get();
        Result result = reloading.reload(SIX);
        assertThat(result.outcome()).isEqualTo(Outcome.ROLLED_BACK);
        assertThat(result.failedModule()).isEqualTo("a");
        reloading.modules.unregister("a");
        assertThat(reloading.reload(SEVEN).outcome().isSuccess()).isTrue();
        assertThat(reloading.size()).isEqualTo(7);
    }

    @Test
    @DisplayName("A21 a module that is registered during a reload takes part from the next one on")
    void registeredDuring() throws Exception {
        TestModule late = new TestModule("late", reloading.calls);
        reloading.module("a").reload = context -> reloading.modules.register("late", late);
        reloading.reload(SIX);
        assertThat(reloading.calls).containsExactly("a pool.size 5->6");
        reloading.reload(SEVEN);
        assertThat(reloading.calls).endsWith("a pool.size 6->7", "late pool.size 6->7");
    }

    @Test
    @DisplayName("A21 a module that is unregistered during a reload takes part in it to the end")
    void unregisteredDuring() throws Exception {
        reloading.module("a").reload = context -> reloading.modules.unregister("b");
        TestModule b = reloading.module("b");
        reloading.reload(SIX);
        assertThat(reloading.calls).containsExactly("a pool.size 5->6", "b pool.size 5->6");
        assertThat(b.canReload()).isTrue();
    }

    @Test
    void aRequestForUnreadableSourcesIsRefusedAndTheNextOneWorks() throws Exception {
        Files.delete(directory.resolve("app.yaml"));
        Result result = reloading.request().get(60, SECONDS);
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.problems()).isNotEmpty();
        assertThat(reloading.reload(SIX).outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void theLastContentIsTheOneTriedLast() throws Exception {
        Snapshot first = reloading.coordinator.lastContent();
        reloading.reload("pool: {size: many}");
        Snapshot refused = reloading.coordinator.lastContent();
        assertThat(refused).isNotEqualTo(first);
        Files.delete(directory.resolve("app.yaml"));
        reloading.request().get(60, SECONDS);
        assertThat(reloading.coordinator.lastContent()).isEqualTo(refused);
        reloading.reload(FIVE);
        assertThat(reloading.coordinator.lastContent()).isEqualTo(first);
    }

    @Test
    void theLastResultIsKnown() throws Exception {
        assertThat(reloading.coordinator.lastResult()).isNull();
        assertThat(reloading.coordinator.version()).isEqualTo(1);
        Result result = reloading.reload(SIX);
        assertThat(reloading.coordinator.lastResult()).isSameAs(result);
        assertThat(reloading.coordinator.version()).isEqualTo(2);
    }

    @Test
    @DisplayName("A32 the events of a reload come in order and share its id")
    void events() throws Exception {
        reloading.module("a");
        Result result = reloading.reload(SIX);
        await().untilAsserted(() -> assertThat(reloading.eventTypes())
                .containsExactly(
                        "reload.started",
                        "reload.validated",
                        "reload.module.started",
                        "reload.module.completed",
                        "reload.completed"));
        assertThat(reloading.events).allMatch(event -> event.reloadId().equals(result.reloadId()));
    }
}
