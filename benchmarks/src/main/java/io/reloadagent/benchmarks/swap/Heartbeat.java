package io.reloadagent.benchmarks.swap;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What a busy thread got done, and its longest pause, by millisecond. Written by that thread, read by others afterwards. */
final class Heartbeat {

    static final int WINDOW_MILLIS = 20;
    private static final int LASTING_MILLIS = 500;

    private final long start = System.nanoTime();
    private final int[] beats;
    private final long[] longest;
    private long last = start;

    /** Has room for so many milliseconds. */
    Heartbeat(int millis) {
        this.beats = new int[millis];
        this.longest = new long[millis];
    }

    /** Says that a piece of work, always of the same size, is done. */
    void beat() {
        long now = System.nanoTime();
        int millisecond = (int) TimeUnit.NANOSECONDS.toMillis(now - start);
        beats[millisecond]++;
        longest[millisecond] = Math.max(longest[millisecond], now - last);
        last = now;
    }

    /** The current millisecond. */
    int now() {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** The median of the beats a window between two milliseconds. */
    double usual(int from, int to) {
        double[] windows = IntStream.iterate(from, begin -> begin + WINDOW_MILLIS <= to, begin -> begin + WINDOW_MILLIS)
                .mapToDouble(this::window)
                .sorted()
                .toArray();
        return windows[windows.length / 2];
    }

    /** The beats of the window that begins at a millisecond. */
    private int window(int begin) {
        return Arrays.stream(beats, begin, begin + WINDOW_MILLIS).sum();
    }

    /** The longest pause that ended between two milliseconds, in milliseconds. */
    double longestPause(int from, int to) {
        return Arrays.stream(longest, from, to).max().orElse(0) / 1e6;
    }

    /** How long it takes from a millisecond on until the half second that begins then has 90 % of what is usual. */
    int backAfter(int from, int to, double usual) {
        double enough = 0.9 * usual * LASTING_MILLIS / WINDOW_MILLIS;
        int back = from;
        while (back + LASTING_MILLIS < to
                && Arrays.stream(beats, back, back + LASTING_MILLIS).sum() < enough) {
            back++;
        }
        return back - from;
    }

    /** The working time lost between two milliseconds, against what is usual, in milliseconds. */
    double lost(int from, int to, double usual) {
        return Math.max(0, to - from - Arrays.stream(beats, from, to).sum() / usual * WINDOW_MILLIS);
    }
}
