package io.reloadagent.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LiveInstancesTest {

    /** One of the application's. */
    private static final class Tracked {}

    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private final LiveInstances instances = new LiveInstances();

    @Test
    void theLivingAreListedInTheirOrder() {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Object instance = new Object();
            instances.add(instance, collected);
            if (i % 3 == 0) {
                kept.add(instance);
            }
        }
        await().untilAsserted(() -> {
            System.gc();
            assertThat(instances.list()).hasSize(4);
        });
        instances.prune();
        assertThat(instances.list()).extracting(WeakReference::get).containsExactlyElementsOf(kept);
    }

    @Test
    void oneThatIsAddedTwiceIsListedOnce() {
        Object one = new Tracked();
        Object other = new Tracked();
        instances.add(one, collected);
        instances.add(one, collected);
        instances.add(other, collected);
        instances.add(one, collected);
        assertThat(instances.list()).extracting(WeakReference::get).containsExactly(one, other);
    }

    @Test
    void noneThatIsAddedWhileTheDeadAreForgottenIsLost() throws Exception {
        int threads = 3;
        int each = 5_000;
        Set<Object> kept = ConcurrentHashMap.newKeySet();
        AtomicInteger running = new AtomicInteger(threads);
        List<Thread> adding = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            adding.add(new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    Object instance = new Object();
                    if (i % 10 == 0) {
                        kept.add(instance);
                    }
                    instances.add(instance, collected);
                }
                running.decrementAndGet();
            }));
        }
        adding.forEach(Thread::start);
        while (running.get() > 0) {
            instances.prune();
        }
        for (Thread thread : adding) {
            thread.join();
        }
        instances.prune();
        assertThat(instances.list().stream().map(WeakReference::get)).containsAll(kept);
    }

    @Test
    void theTrackerForgetsTheDeadAndKeepsNoClassAlive() throws Exception {
        List<String> found = new ArrayList<>();
        AtomicInteger late = new AtomicInteger();
        try (Tracker tracker = new Tracker(
                task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                },
                type -> found.add(type.getSimpleName()),
                late::incrementAndGet)) {
            tracker.start();
            Object kept = new Tracked();
            tracker.accept(kept, Tracked.class);
            tracker.accept(new Tracked(), Tracked.class);
            LiveInstances living = tracker.get(Tracked.class).instances();
            await().untilAsserted(() -> {
                System.gc();
                assertThat(living.list()).extracting(WeakReference::get).containsExactly(kept);
                assertThat(found).containsExactly("Tracked");
            });
            assertThat(late).hasValue(0);
            tracker.anyInForce(true);
            tracker.accept(new Tracked(), Tracked.class);
            await().untilAtomic(late, count -> assertThat(count).isPositive());
        }
    }
}
