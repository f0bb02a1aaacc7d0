package io.reloadagent.trigger;

import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Counts the refused requests of each remote address in windows of time, by the monotonic clock. All loopback addresses
 * are one: there are sixteen million of them. The least recently seen addresses are forgotten. Thread-safe.
 */
final class RefusalLimit {

    /** So many refusals of one address in one window are answered and logged one by one. */
    static final int ALLOWED = 10;

    /** The length of a window. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int ADDRESSES = 256;

    private final LongSupplier nanoTime;
    private final Map<String, Window> windows = new LinkedHashMap<String, Window>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > ADDRESSES;
        }
    };

    /**
     * Nothing is counted yet.
     *
     * @param nanoTime {@link System#nanoTime}
     */
    RefusalLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts a refusal; returns the number of this one in the address's window, from 1. */
    synchronized int count(InetAddress remote) {
        Window window = windows.get(key(remote));
        if (window == null || elapsed(window) >= WINDOW.toNanos()) {
            window = new Window(nanoTime.getAsLong());
            windows.put(key(remote), window);
        }
        return ++window.refusals;
    }

    /** Seconds until the address's window ends, at least 1. */
    synchronized long secondsLeft(InetAddress remote) {
        Window window = windows.get(key(remote));
        long left = window == null ? 0 : WINDOW.toNanos() - elapsed(window);
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(left));
    }

    private long elapsed(Window window) {
        return nanoTime.getAsLong() - window.begin;
    }

    private static String key(InetAddress remote) {
        return remote.isLoopbackAddress() ? "loopback" : remote.getHostAddress();
    }

    /** Guarded by the limit. */
    private static final class Window {

        final long begin;
        int refusals;

        Window(long begin) {
            this.begin = begin;
        }
    }
}
