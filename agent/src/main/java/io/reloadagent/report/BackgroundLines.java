package io.reloadagent.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes lines to a stream on a thread of the agent: the stream may be a pipe that nobody empties, and the lines come from
 * threads of the application. At most so many lines wait; what comes on top is lost, and counted. The thread ends while
 * there is nothing to write. Thread-safe.
 */
public final class BackgroundLines implements Consumer<String> {

    private static final int MOST_WAITING = 1_000;
    private static final int IDLE_SECONDS = 10;

    private final AtomicLong lost = new AtomicLong();
    private final PrintStream out;
    private final ThreadPoolExecutor writer;

    /** Writes to a stream, which it never closes. */
    public BackgroundLines(PrintStream out) {
        this.out = out;
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                new DaemonThreads("reload-agent-log-"),
                (line, full) -> lost.incrementAndGet());
        writer.allowCoreThreadTimeOut(true);
    }

    /** Does not wait. A line for which there is no memory, or no thread, is lost. */
    @Override
    public void accept(String lines) {
        writer.execute(() -> write(lines));
    }

    private void write(String lines) {
        long before = lost.getAndSet(0);
        if (before > 0) {
            out.println("[reload-agent] " + before + " lines of the log are missing here: nobody read them in time");
        }
        out.println(lines);
    }

    /** Waits a moment until all is written that came so far, and takes no more. To be called when the JVM shuts down. */
    public void close(Duration patience) throws InterruptedException {
        writer.shutdown();
        writer.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
