package com.acme.stress;

import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives two fields the next number, by a reload of the source, over and over, while readers on all cores read them. Each
 * reload waits until the readers run at full speed again. Prints what the readers saw.
 */
public final class StressMain {

    /** Between two reloads: what the agent takes to settle the changed fields, and the JVM to compile their readers. */
    private static final long PAUSE_NANOS = 3_000_000;

    /** How often each reader reads all its sites between two reloads, at least. */
    private static final int SWEEPS = 300;

    private final Path source;
    private final List<Reader> readers = new ArrayList<>();

    private StressMain(Path source) {
        this.source = source;
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            readers.add(new Reader());
        }
    }

    /** Takes the source's path and how often to reload. */
    public static void main(String[] arguments) throws Exception {
        new StressMain(Paths.get(arguments[0])).run(Integer.parseInt(arguments[1]));
    }

    private void run(int reloads) throws Exception {
        readers.forEach(Thread::start);
        try {
            awaitFullSpeed();
            for (int number = 1; number <= reloads; number++) {
                reload(number);
                awaitFullSpeed();
            }
        } finally {
            for (Reader reader : readers) {
                reader.finish();
            }
        }
        System.out.println(readers.stream().mapToInt(Reader::newest).min().getAsInt() + " was read by all");
        System.out.println(readers.stream().mapToLong(Reader::stale).sum() + " stale reads");
    }

    private void reload(int number) throws Exception {
        String content = "first: {number: " + number + "}\nsecond: {number: " + number + "}\n";
        Files.write(source, content.getBytes(StandardCharsets.UTF_8));
        ReloadResult result = ReloadAgent.requestReload().get();
        if (result.outcome() != ReloadResult.Outcome.APPLIED) {
            throw new IllegalStateException(number + ": " + result + " " + result.message());
        }
    }

    private void awaitFullSpeed() {
        for (Reader reader : readers) {
            long enough = reader.sweeps() + SWEEPS;
            do {
                LockSupport.parkNanos(PAUSE_NANOS / readers.size());
            } while (reader.sweeps() < enough);
        }
    }
}
