package io.reloadagent.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@SuppressWarnings("try")
@Timeout(60)
class ViewsTest {

    private final Versions versions = new Versions("basis");
    private final Views views = new Views();
    private final Edition edition = new Edition(versions.current());

    private static List<FutureTask<Boolean>> start(int count, Callable<Boolean> call) {
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FutureTask<Boolean> task = new FutureTask<>(call);
            tasks.add(task);
            new Thread(task).start();
        }
        return tasks;
    }

    @Test
    void aThreadThatPinnedNothingSeesNothingElse() {
        assertThat(views.seenBy(Thread.currentThread())).isNull();
        assertThat(views.anySees(edition)).isFalse();
    }

    @Test
    void whatAThreadSeesIsItsOwn() throws Exception {
        try (Pin pin = views.of(Thread.currentThread()).pin(versions, edition)) {
            assertThat(views.seenBy(Thread.currentThread())).isSameAs(edition);
            assertThat(Reads.<Object>elsewhere(() -> views.seenBy(Thread.currentThread()) == null))
                    .isEqualTo(true);
            assertThat(views.anySees(edition)).isTrue();
        }
        assertThat(views.seenBy(Thread.currentThread())).isNull();
        assertThat(views.anySees(edition)).isFalse();
    }

    @Test
    void noneOfManyThreadsThatComeAtOnceIsLost() throws Exception {
        int count = 400;
        CyclicBarrier begin = new CyclicBarrier(count);
        CountDownLatch entered = new CountDownLatch(count);
        CountDownLatch end = new CountDownLatch(1);
        List<FutureTask<Boolean>> tasks = start(count, () -> {
            begin.await();
            Thread self = Thread.currentThread();
            Edition own = new Edition(versions.current());
            View view = views.of(self);
            try (Pin pin = view.pin(versions, own)) {
                entered.countDown();
                end.await();
                return views.seenBy(self) == own && views.of(self) == view && views.anySees(own);
            }
        });
        entered.await();
        end.countDown();
        for (FutureTask<Boolean> task : tasks) {
            assertThat(task.get()).isTrue();
        }
    }

    @Test
    void threadsThatAreGoneMakeRoom() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            for (FutureTask<Boolean> task :
                    start(1, () -> views.of(Thread.currentThread()).get() != null)) {
                assertThat(task.get()).isTrue();
            }
        }
        try (Pin pin = views.of(Thread.currentThread()).pin(versions, edition)) {
            assertThat(views.seenBy(Thread.currentThread())).isSameAs(edition);
        }
    }
}
