package io.reloadagent.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.reloadagent.report.CapturedLog;
import io.reloadagent.report.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DirectoryEventsTest {

    private static final Duration FOR_EVER = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private final CapturedLog captured = new CapturedLog(Level.DEBUG);

    private DirectoryEvents events(Path... files) {
        return DirectoryEvents.of(() -> List.of(files), captured.log());
    }

    private static Duration timed(DirectoryEvents events, Duration atMost) throws InterruptedException {
        long start = System.nanoTime();
        events.await(atMost);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void eventsOfTheFileEndTheWait() throws Exception {
        Path file = directory.resolve("app.yaml");
        try (DirectoryEvents events = events(file)) {
            Files.writeString(file, "a: 1");
            events.await(FOR_EVER);
            Files.writeString(directory.resolve("new"), "a: 2");
            Files.move(directory.resolve("new"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            events.await(FOR_EVER);
            Files.delete(file);
            events.await(FOR_EVER);
        }
        assertThat(captured.lines()).isEmpty();
    }

    @Test
    void withoutEventsTheWaitTakesItsTime() throws Exception {
        try (DirectoryEvents events = events(directory.resolve("app.yaml"))) {
            assertThat(timed(events, Duration.ofMillis(100))).isGreaterThanOrEqualTo(Duration.ofMillis(100));
            assertThat(timed(events, Duration.ZERO)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    @DisplayName("events of other files in the directory do not end the wait")
    void unrelated() throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        Thread busy = new Thread(() -> writeUntil(end));
        try (DirectoryEvents events = events(directory.resolve("app.yaml"))) {
            busy.start();
            assertThat(timed(events, Duration.ofMillis(500))).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        } finally {
            end.set(true);
            busy.join();
        }
    }

    @Test
    @DisplayName("events that were lost because there are too many end the wait, and the next one takes its time")
    void overflow() throws Exception {
        try (DirectoryEvents events = events(directory.resolve("app.yaml"))) {
            for (int i = 0; i < 2_000; i++) {
                Files.createFile(directory.resolve("other" + i));
            }
            events.await(FOR_EVER);
            Duration longEnough = Duration.ofMillis(200);
            await().until(() -> timed(events, longEnough).compareTo(longEnough) >= 0);
        }
    }

    /** As an application that logs beside its configuration. */
    private void writeUntil(AtomicBoolean end) {
        Path log = directory.resolve("app.log");
        try {
            while (!end.get()) {
                Files.writeString(log, "line");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDirectoryThatIsNotThereYetIsWatchedFromTheNextLookOn() throws Exception {
        Path file = directory.resolve("conf/app.yaml");
        try (DirectoryEvents events = events(file)) {
            events.await(Duration.ofMillis(1));
            Files.createDirectory(file.getParent());
            events.await(Duration.ofMillis(1));
            Files.writeString(file, "a: 1");
            events.await(FOR_EVER);
        }
        assertThat(captured.lines()).isEmpty();
    }

    @Test
    void aDirectoryThatIsDeletedEndsTheWaitAndIsWatchedWhenItIsBack() throws Exception {
        Path file = Files.createDirectory(directory.resolve("conf")).resolve("app.yaml");
        try (DirectoryEvents events = events(file)) {
            Files.delete(file.getParent());
            events.await(FOR_EVER);
            Files.createDirectory(file.getParent());
            events.await(Duration.ofMillis(1));
            Files.writeString(file, "a: 1");
            events.await(FOR_EVER);
        }
    }

    @Test
    void everyEntryOfADirectoryThatIsASourceEndsTheWait() throws Exception {
        Path source = Files.createDirectory(directory.resolve("conf.d"));
        try (DirectoryEvents events = events(source)) {
            Files.writeString(source.resolve("a.yaml"), "a: 1");
            events.await(FOR_EVER);
            Files.delete(source.resolve("a.yaml"));
            events.await(FOR_EVER);
            Files.delete(source);
            events.await(FOR_EVER);
            Files.createDirectory(source);
            events.await(FOR_EVER);
            Files.writeString(source.resolve("b.yaml"), "a: 1");
            events.await(FOR_EVER);
        }
    }

    @Test
    void aDirectoryBehindALinkIsWatchedWhereTheLinkLeadsNow() throws Exception {
        Path first = Files.createDirectory(directory.resolve("first"));
        Path second = Files.createDirectory(directory.resolve("second"));
        Path source = Files.createSymbolicLink(directory.resolve("conf.d"), first);
        try (DirectoryEvents events = events(source)) {
            Files.writeString(first.resolve("a.yaml"), "a: 1");
            events.await(FOR_EVER);
            Path next = Files.createSymbolicLink(directory.resolve("next"), second);
            Files.move(next, source, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            events.await(FOR_EVER);
            Files.writeString(second.resolve("a.yaml"), "a: 2");
            events.await(FOR_EVER);
        }
    }

    @Test
    @DisplayName("what a source comes to consist of is watched, and said to be new once")
    void renewed() throws Exception {
        List<Path> files = new CopyOnWriteArrayList<>(List.of(directory.resolve("app.yaml")));
        try (DirectoryEvents events = DirectoryEvents.of(() -> List.copyOf(files), captured.log())) {
            assertThat(events.renew()).isFalse();
            Path other = Files.createDirectory(directory.resolve("secrets")).resolve("token");
            files.add(other);
            assertThat(events.renew()).isTrue();
            assertThat(events.renew()).isFalse();
            Files.writeString(other, "x");
            events.await(FOR_EVER);
        }
    }
}
