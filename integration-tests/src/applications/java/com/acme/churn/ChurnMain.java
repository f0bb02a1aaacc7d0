package com.acme.churn;

import io.reloadagent.api.ReloadAgent;
import io.reloadagent.api.ReloadResult;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Changes two fields ten times a second while threads read them, and prints, ten times, how large the JVM has become. */
public final class ChurnMain {

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int SAMPLES = 10;
    private static final int BYTES_PER_KIB = 1024;

    private ChurnMain() {}

    /** Takes the source, and for how many seconds. */
    public static void main(String[] arguments) throws Exception {
        Path source = Paths.get(arguments[0]);
        int reloads = (int) (TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1])) / PERIOD_NANOS);
        HotReader reader = new HotReader();
        reader.start();
        awaitRead(reader, 0);
        long due = System.nanoTime();
        for (int number = 1; number <= reloads; number++) {
            change(source, number);
            if (number % (reloads / SAMPLES) == 0) {
                sample(number);
            }
            due += PERIOD_NANOS;
            LockSupport.parkNanos(due - System.nanoTime());
        }
        awaitRead(reader, reloads);
        System.out.println(reader.newest() + " was read last of " + reloads);
        System.exit(0);
    }

    private static void awaitRead(HotReader reader, int number) {
        long patience = System.nanoTime() + PATIENCE_NANOS;
        while (reader.newest() != number && System.nanoTime() < patience) {
            LockSupport.parkNanos(PERIOD_NANOS);
        }
    }

    private static void change(Path source, int number) throws Exception {
        String content = "churn: {number: " + number + ", text: number " + number + "}\n";
        Files.write(source, content.getBytes(StandardCharsets.UTF_8));
        ReloadResult result = ReloadAgent.requestReload().get();
        if (result.outcome() != ReloadResult.Outcome.APPLIED) {
            throw new IllegalStateException(number + ": " + result.message());
        }
    }

    private static void sample(int number) {
        System.gc();
        System.out.println("after " + number + ": code cache " + usedKib(name -> name.startsWith("Code"))
                + " metaspace " + usedKib("Metaspace"::equals));
    }

    private static long usedKib(Predicate<String> pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(candidate -> pool.test(candidate.getName()))
                        .map(MemoryPoolMXBean::getUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / BYTES_PER_KIB;
    }
}
