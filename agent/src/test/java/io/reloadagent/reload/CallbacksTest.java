package io.reloadagent.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Level;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CallbacksTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    /** A thread has begun by then, also on a machine with much else to do. */
    private static final Duration ENOUGH_TO_BEGIN = Duration.ofSeconds(3);

    private static final Duration SHORT = Duration.ofMillis(50);

    private final CapturedLog log = new CapturedLog(Level.DEBUG);
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final Callbacks callbacks =
            new Callbacks(0, abandoned, late::incrementAndGet, text -> text.replace("s3cret", "***"), log.log());

    @AfterEach
    void close() {
        callbacks.close();
    }

    private <T> T run(Callable<T> call, Duration time) throws CallbackException {
        return callbacks.run(call, getClass().getClassLoader(), Deadline.in(time));
    }

    private static Object endless(CountDownLatch end) {
        Uninterruptible.await(end);
        return null;
    }

    @Test
    void callsOfOneReloadShareAThread() throws Exception {
        Thread first = run(Thread::currentThread, LONG);
        assertThat(first).isNotSameAs(Thread.currentThread());
        assertThat(first.isDaemon()).isTrue();
        assertThat(run(Thread::currentThread, LONG)).isSameAs(first);
        callbacks.close();
        first.join();
        assertThat(abandoned).hasValue(0);
    }

    @Test
    void theThreadHasTheLoaderThatTheCodeExpects() throws Exception {
        ClassLoader loader = new ClassLoader() {};
        assertThat(callbacks.<ClassLoader>run(
                        () -> Thread.currentThread().getContextClassLoader(), loader, Deadline.in(LONG)))
                .isSameAs(loader);
    }

    @Test
    @DisplayName(
            "what changes nothing is given up without an interrupt, which would spoil a channel or a class of the application")
    void undisturbed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Callable<Object> call = () -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
            return null;
        };
        assertThatThrownBy(
                        () -> callbacks.runUndisturbed(call, getClass().getClassLoader(), Deadline.in(ENOUGH_TO_BEGIN)))
                .hasMessageContaining("did not return in time");
        assertThat(begun.getCount()).isZero();
        assertThat(abandoned).hasValue(1);
        callbacks.close();
        end.countDown();
        await().untilAtomic(abandoned, value -> assertThat(value).isZero());
        assertThat(interrupted).isFalse();
        assertThat(late).hasValue(0);
    }

    @Test
    @DisplayName("A16 whatever a callback throws is described, and the next one is called")
    void throwing() throws Exception {
        assertThatThrownBy(() -> run(() -> endlessly(1), LONG))
                .isInstanceOf(CallbackException.class)
                .hasMessage("threw java.lang.StackOverflowError");
        assertThatThrownBy(() -> run(
                        () -> {
                            throw new NoClassDefFoundError("a/B");
                        },
                        LONG))
                .hasMessage("threw java.lang.NoClassDefFoundError: a/B");
        assertThat(log.lines()).anyMatch(line -> line.contains("a callback threw java.lang.NoClassDefFoundError: a/B"));
        assertThat(log.lines())
                .anyMatch(line -> line.contains("    at " + getClass().getName()));
        assertThat(run(() -> 5, LONG)).isEqualTo(5);
        assertThat(abandoned).hasValue(0);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int endlessly(int n) {
        return endlessly(n + 1) + 1;
    }

    @Test
    @DisplayName("A35 what a callback throws may repeat a secret; it is masked, in the log too")
    void secret() {
        assertThatThrownBy(() -> run(
                        () -> {
                            throw new IllegalStateException("cannot log in with s3cret");
                        },
                        LONG))
                .hasMessage("threw java.lang.IllegalStateException: cannot log in with ***");
        assertThat(log.text()).contains("cannot log in with ***").doesNotContain("s3cret");
    }

    @Test
    void anExceptionThatCannotEvenDescribeItselfIsNamed() {
        class Mute extends RuntimeException {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new IllegalStateException();
            }
        }
        assertThatThrownBy(() -> run(
                        () -> {
                            throw new Mute();
                        },
                        LONG))
                .hasMessage("threw " + Mute.class.getName());
    }

    @Test
    void anExceptionWhoseMessageTakesForEverIsCutAtTheDeadline() {
        CountDownLatch end = new CountDownLatch(1);
        class Slow extends RuntimeException {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                return String.valueOf(endless(end));
            }
        }
        assertThatThrownBy(() -> run(
                        () -> {
                            throw new Slow();
                        },
                        SHORT))
                .isInstanceOf(CallbackException.class)
                .hasMessageContaining("did not return in time");
        end.countDown();
    }

    @Test
    @DisplayName("A17 a callback that ignores interrupts is abandoned at its deadline, and counted until it ends")
    void abandoned() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        long start = System.nanoTime();
        CallbackException failure =
                catchThrowableOfType(CallbackException.class, () -> run(() -> endless(end), ENOUGH_TO_BEGIN));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(ENOUGH_TO_BEGIN, Duration.ofSeconds(20));
        assertThat(failure).hasMessage("did not return in time; its thread is abandoned");
        assertThat(abandoned).hasValue(1);
        assertThat(run(() -> 5, LONG)).isEqualTo(5);
        end.countDown();
        await().untilAtomic(abandoned, value -> assertThat(value).isZero());
    }

    @Test
    @DisplayName("A17 a callback that heeds interrupts ends, and is no longer counted")
    void interrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        assertThatThrownBy(() -> run(
                        () -> {
                            try {
                                return new CountDownLatch(1).await(50, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                interrupted.set(true);
                                throw e;
                            }
                        },
                        ENOUGH_TO_BEGIN))
                .isInstanceOf(CallbackException.class);
        await().untilTrue(interrupted);
        await().untilAtomic(abandoned, value -> assertThat(value).isZero());
    }

    @Test
    void whenNoTimeIsLeftTheCallIsNotMade() throws Exception {
        AtomicBoolean called = new AtomicBoolean();
        assertThatThrownBy(() -> run(() -> called.getAndSet(true), Duration.ZERO))
                .isInstanceOf(CallbackException.class)
                .hasMessage("was not called: no time is left");
        assertThat(run(() -> 5, LONG)).isEqualTo(5);
        await().untilAtomic(abandoned, value -> assertThat(value).isZero());
        assertThat(called).isFalse();
    }

    @Test
    @DisplayName("A17 calls that never return cost a bounded number of threads")
    void manyAbandoned() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        for (int i = 0; i < 8; i++) {
            CountDownLatch begun = new CountDownLatch(1);
            assertThatThrownBy(() -> run(
                            () -> {
                                begun.countDown();
                                return endless(end);
                            },
                            ENOUGH_TO_BEGIN.dividedBy(3)))
                    .hasMessageContaining("did not return in time");
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(callbacks.exhausted()).contains("8 threads of earlier calls still have not returned");
        assertThat(run(() -> 5, LONG)).as("what undoes the eighth").isEqualTo(5);
        end.countDown();
        await().untilAtomic(abandoned, value -> assertThat(value).isZero());
        assertThat(callbacks.exhausted()).isNull();
    }

    @Test
    void aCallThatEndsAfterItWasGivenUpIsTold() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        assertThatThrownBy(() -> run(() -> endless(end), SHORT)).hasMessageContaining("did not return in time");
        assertThat(late).hasValue(0);
        end.countDown();
        await().untilAtomic(late, value -> assertThat(value).isEqualTo(1));
        assertThat(log.lines()).anyMatch(line -> line.contains("has ended late"));
    }

    @Test
    void whoeverInterruptsTheAgentsThreadDoesNotEndTheCall() throws Exception {
        Thread agents = Thread.currentThread();
        try {
            assertThat(run(
                            () -> {
                                agents.interrupt();
                                return 5;
                            },
                            LONG))
                    .isEqualTo(5);
            assertThat(run(() -> 6, LONG)).isEqualTo(6);
        } finally {
            Thread.interrupted(); // if the first call had ended before
        }
    }
}
