package io.reloadagent.benchmarks.transaction;

import io.reloadagent.api.PinnedScope;
import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Two busy threads read while one reload follows the other: a third is applied, a third refused, a third rolled back. Prints what the
 * JVM holds after every tenth of them, and fails if one has not the outcome that it must have, a version does not grow, a reader in a
 * pinned scope sees halves of two versions, or a caller is not answered.
 */
public final class SoakApplication {

    private static final int READERS = 2;
    private static final int ROWS = 10;

    private final Path source;
    private final int reloads;
    private final Moody module = new Moody();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong torn = new AtomicLong();
    private volatile boolean ended;
    private long version = 1;

    private SoakApplication(Path source, int reloads) {
        this.source = source;
        this.reloads = reloads;
    }

    /** Takes the source, which the agent follows, and how many reloads to make. */
    public static void main(String[] arguments) throws Exception {
        new SoakApplication(Path.of(arguments[0]), Integer.parseInt(arguments[1])).run();
    }

    private void run() throws Exception {
        ReloadAgent.register("moody", module);
        Thread[] readers = new Thread[READERS];
        for (int i = 0; i < READERS; i++) {
            readers[i] = new Thread(this::read, "reader-" + i);
            readers[i].start();
        }
        while (reads.get() == 0) {
            TimeUnit.MILLISECONDS.sleep(10); // the fields follow from their first read on
        }
        System.out.println("| reloads | heap | metaspace | code | classes | threads | files |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|");
        long start = System.nanoTime();
        for (int i = 1; i <= reloads; i++) {
            reload(i);
            if (i % (reloads / ROWS) == 0) {
                System.out.printf("| %,d %s%n", i, Resources.now().row());
            }
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        ended = true;
        for (Thread reader : readers) {
            reader.join();
        }
        System.out.printf(
                "%n%,d reloads in %d s, each answered as it must be; version %,d; %,d million pairs read, %d torn%n",
                reloads, seconds, version, reads.get() / 1_000_000, torn.get());
        System.exit(torn.get() == 0 ? 0 : 1);
    }

    private void reload(int number) throws Exception {
        switch (number % 3) {
            case 0:
                expect(number, ReloadResult.Outcome.APPLIED, true);
                break;
            case 1:
                Files.writeString(source, "soak: {first: many" + number + ", second: 1}\n");
                expect(number, ReloadResult.Outcome.REFUSED, false);
                break;
            default:
                module.fail(true);
                write(number + 1);
                expect(number, ReloadResult.Outcome.ROLLED_BACK, false);
                module.fail(false);
        }
    }

    private void write(int value) throws IOException {
        Files.writeString(source, "soak: {first: " + value + ", second: " + value + "}\n");
    }

    private void expect(int number, ReloadResult.Outcome outcome, boolean newer) throws Exception {
        ReloadResult result = ReloadAgent.requestReload().get(60, TimeUnit.SECONDS);
        boolean grown = newer ? result.version() == version + 1 : result.version() == version;
        if (result.outcome() != outcome || !grown) {
            throw new IllegalStateException("reload " + number + " ended with " + result + ": " + result.message()
                    + ", expected " + outcome + " after version " + version);
        }
        version = result.version();
    }

    /** In a pinned scope both values are of one version. */
    private void read() {
        while (!ended) {
            for (int i = 0; i < 1_000; i++) {
                try (PinnedScope pin = ReloadAgent.pin()) {
                    if (SoakSettings.first != SoakSettings.second) {
                        torn.incrementAndGet();
                    }
                }
            }
            reads.addAndGet(1_000);
        }
    }
}
