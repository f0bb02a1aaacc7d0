package io.reloadagent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class EventsTest {

    private final CapturedLog captured = new CapturedLog(Level.INFO);
    private final Events events = new Events(captured.log());
    private final List<Registration> registrations = new ArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void closeAll() {
        release.countDown();
        registrations.forEach(Registration::close);
    }

    @Test
    @DisplayName("A32 an observer receives the events in order")
    void order() {
        List<String> received = Collections.synchronizedList(new ArrayList<>());
        subscribe("list", event -> received.add(event.reloadId()));

        List<String> published = publish(1_000);

        await().untilAsserted(() -> assertThat(received).isEqualTo(published));
    }

    @Test
    @DisplayName("A33 a slow observer delays neither the publisher nor another observer, and its drops are counted")
    void slowObserver() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        Registration slow = subscribe("slow", event -> {
            entered.countDown();
            awaitRelease();
        });
        List<String> received = Collections.synchronizedList(new ArrayList<>());
        Registration fast = subscribe("fast", event -> received.add(event.reloadId()));
        publish(1);
        entered.await();

        for (int i = 0; i < 10; i++) {
            publish(Registration.QUEUE_LENGTH / 8);
            int expected = 1 + (i + 1) * Registration.QUEUE_LENGTH / 8;
            await().untilAsserted(() -> assertThat(received).hasSize(expected));
        }

        assertThat(slow.dropped()).isEqualTo(Registration.QUEUE_LENGTH / 4);
        assertThat(fast.dropped()).isZero();
        assertThat(events.dropped()).isEqualTo(slow.dropped());
        assertThat(captured.lines())
                .as("said while the observer is still stuck")
                .filteredOn(line -> line.contains("WARN Observer 'slow' is too slow"))
                .hasSize(1);
        assertThat(slow.hasDroppedLast()).isTrue();
        release.countDown();
        await().untilAsserted(() -> {
            publish(1);
            assertThat(slow.hasDroppedLast()).isFalse();
        });
        assertThat(captured.lines()).hasSize(1);
    }

    @Test
    @DisplayName("A33 a throwing observer goes on receiving; each kind of failure is logged once and all are counted")
    void throwingObserver() {
        Registration throwing = subscribe("throwing", event -> {
            if (event.reloadId().endsWith("0")) {
                throw new StackOverflowError();
            }
            throw new IllegalStateException("no\nforged");
        });

        publish(100);

        await().untilAsserted(() -> assertThat(throwing.failures()).isEqualTo(100));
        assertThat(captured.lines()).hasSize(2).allMatch(line -> line.contains("WARN Observer 'throwing' failed"));
        assertThat(throwing.dropped()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"INFO", "DEBUG"})
    @DisplayName(
            "what an observer throws is told by its class and its place, and its message, which may repeat a secret, is not")
    void secretInFailure(Level level) {
        captured.log().setLevel(level);
        Registration throwing = subscribe("throwing", event -> {
            throw new IllegalStateException("saw canary", new ForeignFailure());
        });

        publish(1);

        await().untilAsserted(() -> assertThat(throwing.failures()).isEqualTo(1));
        await().untilAsserted(
                        () -> assertThat(captured.lines())
                                .first()
                                .asString()
                                .containsPattern(
                                        "failed; more failures of this kind are only counted: java.lang.IllegalStateException"
                                                + " at .*\\(EventsTest\\.java:\\d+\\) \\(its message is not shown, as it may repeat a secret\\)"));
        if (level == Level.DEBUG) {
            await().untilAsserted(() -> assertThat(captured.lines())
                    .anyMatch(line -> line.contains("caused by " + ForeignFailure.class.getName()))
                    .last()
                    .asString()
                    .contains("its trace cannot be told: " + ForeignFailure.class.getName()));
        }
        assertThat(captured.text()).doesNotContain("canary");
    }

    /** Stands for what an application throws, each method its own code. */
    private static final class ForeignFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            return "canary";
        }

        @Override
        public synchronized Throwable getCause() {
            throw new ForeignFailure();
        }
    }

    @Test
    @DisplayName("an observer runs on a daemon thread with the system class loader as its context")
    void daemon() {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        subscribe("thread", event -> threads.add(Thread.currentThread()));

        publish(1);

        await().untilAsserted(() -> assertThat(threads).singleElement().satisfies(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).startsWith("reload-agent-observer-thread-");
            assertThat(thread.getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
        }));
    }

    @Test
    @DisplayName("a closed registration receives nothing more, its thread ends, and closing again does nothing")
    void close() throws InterruptedException {
        List<String> received = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch entered = new CountDownLatch(1);
        Registration registration = subscribe("closing", event -> {
            received.add(event.reloadId());
            entered.countDown();
            awaitRelease();
        });
        publish(5);
        entered.await();

        registration.close();
        registration.close();
        publish(5);
        release.countDown();

        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("reload-agent-observer-closing-")));
        assertThat(received).hasSize(1);
        assertThat(events.dropped()).isZero();
    }

    @Test
    @DisplayName("a closed registration keeps no class loader of the application")
    void classLoaderIsCollected() throws Exception {
        WeakReference<ClassLoader> loader = subscribeFromItsOwnLoader();

        await().untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
    }

    private WeakReference<ClassLoader> subscribeFromItsOwnLoader() throws Exception {
        URL classes =
                ForeignObserver.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader loader = new ForeignLoader(classes);
        Class<?> type = loader.loadClass(ForeignObserver.class.getName());
        assertThat(type.getClassLoader()).isSameAs(loader);
        @SuppressWarnings("unchecked")
        Consumer<Event> observer =
                (Consumer<Event>) type.getDeclaredConstructor().newInstance();
        CountDownLatch delivered = new CountDownLatch(1);
        Registration registration = subscribe("webapp", event -> {
            observer.accept(event);
            delivered.countDown();
        });
        publish(1);
        assertThat(delivered.await(10, TimeUnit.SECONDS)).isTrue();
        registration.close();
        return new WeakReference<>(loader);
    }

    private Registration subscribe(String name, Consumer<Event> observer) {
        Registration registration = events.subscribe(name, observer);
        registrations.add(registration);
        return registration;
    }

    private List<String> publish(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Event event = Event.validated("r" + i, 1);
            ids.add(event.reloadId());
            events.publish(event);
        }
        return ids;
    }

    private void awaitRelease() {
        try {
            release.await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stands for an application's observer; loaded again by a loader of its own. */
    public static final class ForeignObserver implements Consumer<Event> {
        @Override
        public void accept(Event event) {}
    }

    private static final class ForeignLoader extends URLClassLoader {

        ForeignLoader(URL classes) {
            super(new URL[] {classes}, EventsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(ForeignObserver.class.getName()) ? findClass(name) : super.loadClass(name, resolve);
        }
    }
}
