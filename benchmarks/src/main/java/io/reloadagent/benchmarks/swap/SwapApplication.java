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
 * A busy thread that reads hot fields, and swaps that change some of them: prints, a line a swap, how long it took, the
 * thread's longest pause, how long until it had 90 % of its throughput again, and the working time lost.
 */
public final class SwapApplication {

    private static final int WARM_UP_SECONDS = Integer.getInteger("swap.warm-up", 20);
    private static final int WATCH_SECONDS = Integer.getInteger("swap.watch", 10);
    private static final int SWAPS = Integer.getInteger("swap.swaps", 3);
    private static final int READERS_A_BEAT = 10;

    private final HotReaders.Form form;
    private final int fields;
    private final int changed;
    private final Path source;
    private final Heartbeat heartbeat =
            new Heartbeat((int) TimeUnit.SECONDS.toMillis(WARM_UP_SECONDS + (WATCH_SECONDS + 60L) * (SWAPS + 1)));
    private volatile boolean ended;
    private int sum;

    private SwapApplication(HotReaders.Form form, int fields, int changed, Path source) {
        this.form = form;
        this.fields = fields;
        this.changed = changed;
        this.source = source;
    }

    /** Takes the form of the readers, how many fields there are, how many of them each swap changes, and the source. */
    public static void main(String[] arguments) throws Exception {
        new SwapApplication(
                        HotReaders.Form.valueOf(arguments[0].toUpperCase(Locale.ROOT)),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Path.of(arguments[3]))
                .run();
    }

    private void run() throws Exception {
        Thread busy = new Thread(this::read, "busy");
        busy.start();
        pause(WARM_UP_SECONDS);
        print("none", 0, () -> {});
        for (int swap = 2; swap < 2 + SWAPS; swap++) {
            int value = swap;
            print("swap", value, () -> swap(value));
        }
        ended = true;
        busy.join();
    }

    private void print(String what, int value, Swap swap) throws Exception {
        int before = heartbeat.now();
        double usual = heartbeat.usual(before - 2_000, before);
        swap.run();
        int done = heartbeat.now();
        pause(WATCH_SECONDS);
        int end = heartbeat.now() - 2 * Heartbeat.WINDOW_MILLIS;
        System.out.printf(
                Locale.ROOT,
                "%s %d: took %d ms, longest pause %.1f ms, 90 %% again after %d ms, lost %.0f ms, usual %.0f%n",
                what,
                value,
                done - before,
                heartbeat.longestPause(before, end),
                heartbeat.backAfter(before, end, usual),
                heartbeat.lost(before, end, usual),
                usual);
    }

    private void swap(int value) throws Exception {
        if (form == HotReaders.Form.SNAPSHOT) {
            int[] next = new int[fields];
            for (int field = 0; field < fields; field++) {
                next[field] = field < changed ? value : 1;
            }
            Class.forName("hot.Settings").getField("snapshot").set(null, next);
            return;
        }
        Files.writeString(source, document(fields, changed, value));
        ReloadResult result = ReloadAgent.requestReload().get();
        if (result.outcome() != ReloadResult.Outcome.APPLIED) {
            throw new IllegalStateException(result.toString());
        }
    }

    /** A source in which the first fields have a value, and the others have 1. */
    static String document(int fields, int changed, int value) {
        return IntStream.range(0, fields)
                .mapToObj(field -> "  f" + field + ": " + (field < changed ? value : 1) + "\n")
                .collect(Collectors.joining("", "hot:\n", ""));
    }

    private static void pause(int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
    }

    private void read() {
        try {
            IntUnaryOperator[] readers = new IntUnaryOperator[fields];
            for (int field = 0; field < fields; field++) {
                Constructor<?> reader = Class.forName(form.className(field)).getConstructor();
                readers[field] = (IntUnaryOperator) reader.newInstance();
            }
            while (!ended) {
                for (int next = 0; next < fields; next += READERS_A_BEAT) {
                    sum = beat(readers, next, Math.min(fields, next + READERS_A_BEAT), sum);
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
