package com.acme.propagation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** Renames a new version over its source again and again, and measures how long it reads the old value after that. */
public final class PropagationMain {

    private static final long REST_NANOS = 100_000_000;
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final double NANOS_A_MILLI = 1e6;

    /** Follows {@code edit}. */
    private int edit = -1;

    /** Takes the source and the number of edits; prints the median, the 99th percentile and the longest, in milliseconds. */
    public static void main(String[] arguments) throws IOException {
        long[] nanos = new PropagationMain().run(Paths.get(arguments[0]), Integer.parseInt(arguments[1]));
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "median %.1f p99 %.1f longest %.1f%n",
                nanos[nanos.length / 2] / NANOS_A_MILLI,
                nanos[nanos.length * 99 / 100 - (nanos.length % 100 == 0 ? 1 : 0)] / NANOS_A_MILLI,
                nanos[nanos.length - 1] / NANOS_A_MILLI);
    }

    private long[] run(Path source, int edits) throws IOException {
        Path fresh = source.resolveSibling("fresh");
        long[] nanos = new long[edits];
        for (int i = 0; i < edits; i++) {
            LockSupport.parkNanos(REST_NANOS);
            Files.write(fresh, ("edit: " + i + "\n").getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, source, StandardCopyOption.ATOMIC_MOVE);
            nanos[i] = untilRead(i);
        }
        return nanos;
    }

    private long untilRead(int value) {
        long start = System.nanoTime();
        while (edit != value) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IllegalStateException("edit " + value + " was not read");
            }
            LockSupport.parkNanos(1);
        }
        return System.nanoTime() - start;
    }
}
