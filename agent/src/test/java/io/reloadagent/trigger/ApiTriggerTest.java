package io.reloadagent.trigger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.reload.Reloading;
import io.reloadagent.reload.ResultView;
import io.reloadagent.report.Event;
import io.reloadagent.source.SourceFiles;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ApiTriggerTest {

    @TempDir
    Path directory;

    private final List<Map<String, Object>> received = new CopyOnWriteArrayList<>();
    private final Consumer<Map<String, Object>> observer = received::add;
    private final AtomicInteger closedBreakers = new AtomicInteger();
    private Reloading reloading;
    private ApiTrigger api;

    @BeforeEach
    void start() throws Exception {
        Path file = Files.writeString(directory.resolve("app.yaml"), "pool: {size: 5}");
        reloading = new Reloading(SourceFiles.of(Duration.ZERO, file), Duration.ofSeconds(30));
        api = new ApiTrigger(
                reloading.coordinator,
                reloading.modules,
                reloading.published,
                new ResultView(path -> false, Set::of),
                closedBreakers::incrementAndGet);
    }

    @AfterEach
    void stop() {
        reloading.close();
    }

    private static Event event(String id) {
        return Event.started(id, "api");
    }

    @Test
    void theApplicationMayCloseTheBreaker() {
        assertThat(api.call("closeBreaker")).isEqualTo(true);
        assertThat(closedBreakers).hasValue(1);
    }

    @Test
    void itTellsThatThereIsAnAgentAndItsVersion() {
        assertThat(api.call("isActive")).isEqualTo(true);
        assertThat(api.call("version")).isEqualTo(1L);
        assertThat(api.call("fly")).isNull();
    }

    @Test
    void aWrongArgumentIsAnsweredNotThrown() {
        assertThat(api.call("register", "", new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThat(api.call("unregister", "nobody")).isInstanceOf(IllegalArgumentException.class);
        Object module = new Object();
        assertThat(api.call("register", "pool", module)).isEqualTo(true);
        assertThat(api.call("constructed", module)).isEqualTo(true);
        assertThat(api.call("unregister", "pool")).isEqualTo(true);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aReloadIsAnsweredInTypesOfTheJdkOffTheCoordinatorsThread() throws Exception {
        reloading.size();
        Files.writeString(directory.resolve("app.yaml"), "pool: {size: 6}");
        CompletionStage<Map<String, Object>> answer = (CompletionStage<Map<String, Object>>) api.call("requestReload");
        CountDownLatch end = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        answer.thenAccept(result -> {
            if (Thread.currentThread() != caller) {
                awaitQuietly(end);
            }
        });
        Map<String, Object> result = answer.toCompletableFuture().get(50, SECONDS);
        assertThat(result).containsEntry("outcome", "APPLIED").containsEntry("version", 2L);
        CompletionStage<Map<String, Object>> next = (CompletionStage<Map<String, Object>>) api.call("requestReload");
        assertThat(next.toCompletableFuture().get(50, SECONDS)).containsEntry("outcome", "UNCHANGED");
        end.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anObserverGetsEventsUntilItEndsTheObservation() {
        api.call("observe", observer);
        reloading.published.publish(event("one"));
        await().until(() -> received.size() == 1);
        assertThat(received.get(0)).containsEntry("type", "reload.started").containsKeys("id", "data", "json");
        api.call("unobserve", observer);
        api.call("unobserve", observer);
        reloading.published.publish(event("two"));
        await().until(() -> reloading.events.size() == 2);
        assertThat(received).hasSize(1);
    }

    @Test
    void theObservationOfACollectedObserverEnds() {
        WeakReference<Object> observer = observeBriefly();
        reloading.published.publish(event("one"));
        await().until(() -> received.size() == 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return observer.get() == null;
        });
        reloading.published.publish(event("two"));
        await().until(() -> !Threads.isRunning("reload-agent-observer-application"));
        assertThat(received).hasSize(1);
    }

    private WeakReference<Object> observeBriefly() {
        Consumer<Map<String, Object>> shortLived = new Consumer<>() {
            @Override
            public void accept(Map<String, Object> facts) {
                received.add(facts);
            }
        };
        api.call("observe", shortLived);
        return new WeakReference<>(shortLived);
    }
}
