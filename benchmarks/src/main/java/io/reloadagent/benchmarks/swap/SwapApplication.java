package io.reloadagent.benchmarks.swap;

import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadResult;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A busy thread that reads hot fields, and swaps that change some of them: prints, a line a swap, how long it took until the new
 * values were read, the thread's longest pause, how long until it had 90 % of its throughput again, and the working time lost, all
 * in milliseconds, with a space between; the first line is for the same time without a swap.
 */
public final class SwapApplication {

    private static final int WARM_UP_SECONDS = 15;
    private static final int WATCH_SECONDS = 6;
    private static final int SWAPS = 3;
    private static final int READERS_A_BEAT = 10;

    private final HotReaders.Form form;
    private final int readers;
    private final int changed;
    private final Path source;
    private final Heartbeat heartbeat =
            new Heartbeat((int) TimeUnit.SECONDS.toMillis(WARM_UP_SECONDS + (WATCH_SECONDS + 60L) * (SWAPS + 1)));
    private volatile boolean ended;
    private int sum;

    private SwapApplication(HotReaders.Form form, int readers, int changed, Path source) {
        this.form = form;
        this.readers = readers;
        this.changed = changed;
        this.source = source;
    }

    /** Takes the form of the readers, in how many places the first field is read, how many of them each swap changes, and the source. */
    public static void main(String[] arguments) throws Exception {
        new SwapApplication(
                        HotReaders.Form.valueOf(arguments[0].toUpperCase(Locale.ROOT)),
                        HotReaders.readers(Integer.parseInt(arguments[1])),
                        Integer.parseInt(arguments[2]),
                        Path.of(arguments[3]))
                .run();
    }

    private void run() throws Exception {
        Thread busy = new Thread(this::read, "busy");
        busy.start();
        pause(WARM_UP_SECONDS);
        print(() -> {});
        for (int swap = 2; swap < 2 + SWAPS; swap++) {
            int value = swap;
            print(() -> swap(value));
        }
        ended = true;
        busy.join();
    }

    private void print(Swap swap) throws Exception {
        int before = heartbeat.now();
        double usual = heartbeat.usual(before - 2_000, before);
        swap.run();
        int done = heartbeat.now();
        pause(WATCH_SECONDS);
        int end = heartbeat.now() - 2 * Heartbeat.WINDOW_MILLIS;
        System.out.printf(
                Locale.ROOT,
                "%d %.1f %d %.0f%n",
                done - before,
                heartbeat.longestPause(before, end),
                heartbeat.backAfter(before, end, usual),
                heartbeat.lost(before, end, usual));
    }

    private void swap(int value) throws Exception {
        if (form == HotReaders.Form.SNAPSHOT) {
            int[] next = new int[HotReaders.FIELDS];
            for (int field = 0; field < next.length; field++) {
                next[field] = field < changed ? value : 1;
            }
            Class.forName("hot.Settings").getField("snapshot").set(null, next);
            return;
        }
        Files.writeString(source, document(changed, value));
        ReloadResult result = ReloadAgent.requestReload().get();
        if (result.outcome() != ReloadResult.Outcome.APPLIED) {
            throw new IllegalStateException(result.toString());
        }
    }

    /** A source in which the first fields have a value, and the others have 1. */
    static String document(int changed, int value) {
        return IntStream.range(0, HotReaders.FIELDS)
                .mapToObj(field -> "  f" + field + ": " + (field < changed ? value : 1) + "\n")
                .collect(Collectors.joining("", "hot:\n", ""));
    }

    private static void pause(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
    }

    private void read() {
        try {
            IntUnaryOperator[] all = new IntUnaryOperator[readers];
            for (int i = 0; i < readers; i++) {
                Constructor<?> reader = Class.forName(form.className(i)).getConstructor();
                all[i] = (IntUnaryOperator) reader.newInstance();
            }
            while (!ended) {
                for (int next = 0; next < readers; next += READERS_A_BEAT) {
                    sum = beat(all, next, Math.min(readers, next + READERS_A_BEAT), sum);
                    heartbeat.beat();
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int beat(IntUnaryOperator[] readers, int from, int to, int x) {
        int result = x;
        for (int next = from; next < to; next++) {
            result = readers[next].applyAsInt(result);
        }
        return result;
    }

    private interface Swap {
        void run() throws Exception;
    }
}
