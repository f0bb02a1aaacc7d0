package io.reloadagent.it;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** What an application writes to one of its streams, read as it comes. Thread-safe. */
final class Lines {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    /**
     * Begins to read.
     *
     * @param keep whether a line is one of these; called by the reading thread
     */
    Lines(InputStream stream, Predicate<String> keep) {
        reader = new Thread(() -> read(stream, keep));
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream stream, Predicate<String> keep) {
        try (BufferedReader reading = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reading.lines().filter(keep).forEach(lines::add);
        } catch (IOException | UncheckedIOException closed) {
            lines.add("(closed: " + closed.getMessage() + ")");
        }
    }

    /** All so far. */
    List<String> all() {
        return lines;
    }

    /**
     * Waits for a line that contains a text.
     *
     * @param skipped how many lines do not count
     */
    String awaitOne(int skipped, String text) {
        return awaitOne(skipped, text, Application.PATIENCE);
    }

    /** The same with another patience. */
    String awaitOne(int skipped, String text, Duration patience) {
        AtomicReference<String> found = new AtomicReference<>();
        await("'" + text + "'")
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> found.set(lines.stream()
                        .skip(skipped)
                        .filter(line -> line.contains(text))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("not among\n" + this))));
        return found.get();
    }

    /** Returns when the stream has ended. */
    void awaitEnd() throws InterruptedException {
        reader.join();
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
