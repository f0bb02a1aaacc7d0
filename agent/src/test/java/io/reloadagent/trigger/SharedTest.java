package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayName("What is made once for many askers")
class SharedTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    @DisplayName("is made anew for each who asks alone")
    void alone() throws IOException {
        AtomicInteger made = new AtomicInteger();
        Shared<Integer> shared = new Shared<>(made::incrementAndGet);
        assertThat(shared.get()).isEqualTo(1);
        assertThat(shared.get()).isEqualTo(2);
    }

    @Test
    @DisplayName("is made once more for all who ask while it is being made, and never from before they asked")
    void together() throws Exception {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        Shared<Integer> shared = new Shared<>(() -> {
            int number = made.incrementAndGet();
            if (number == 1) {
                uninterrupted(go);
            }
            return number;
        });
        FutureTask<Integer> first = started(shared::get, new ArrayList<>());
        await().atMost(PATIENCE).until(() -> made.get() == 1);
        List<Thread> threads = new ArrayList<>();
        List<FutureTask<Integer>> others = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            others.add(started(shared::get, threads));
        }
        await().atMost(PATIENCE)
                .until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        go.countDown();

        assertThat(first.get()).isEqualTo(1);
        for (FutureTask<Integer> other : others) {
            assertThat(other.get()).isEqualTo(2);
        }
        assertThat(made).hasValue(2);
    }

    @Test
    @DisplayName("fails for who had it made, and is tried again for the next")
    void failing() throws IOException {
        AtomicInteger made = new AtomicInteger();
        Shared<Integer> shared = new Shared<>(() -> {
            if (made.incrementAndGet() == 1) {
                throw new IOException("once");
            }
            return made.get();
        });
        assertThatThrownBy(shared::get).hasMessage("once");
        assertThat(shared.get()).isEqualTo(2);
    }

    private static FutureTask<Integer> started(Callable<Integer> call, List<Thread> threads) {
        FutureTask<Integer> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        return task;
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
