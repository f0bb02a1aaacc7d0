package com.acme.orders;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The order service: {@code java -jar legacy-app.jar [FILE] [--seconds N]}. Runs until killed, or for N seconds. */
public class Main {

    private static final long FOREVER = Long.MAX_VALUE / 2;

    public static void main(String[] args) throws InterruptedException {
        String file = "app.yaml";
        long nanos = FOREVER;
        try {
            for (int i = 0; i < args.length; i++) {
                if (args[i].equals("--seconds") && i + 1 < args.length) {
                    nanos = TimeUnit.SECONDS.toNanos(Long.parseLong(args[++i]));
                } else {
                    file = args[i];
                }
            }
            run(Paths.get(file), nanos);
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("The order service cannot start: " + e);
            System.exit(2);
        }
    }

    private static void run(Path file, long nanos) throws IOException, InterruptedException {
        OrderConfig config = OrderConfig.load(SettingsFile.read(file));
        System.out.println("order service started with " + file + ", log level " + OrderConfig.logLevel);

        Ledger ledger = new Ledger();
        ExecutorService executor = Executors.newCachedThreadPool();
        Thread[] workers = new Thread[2];
        for (int i = 0; i < workers.length; i++) {
            String name = "worker-" + (i + 1);
            workers[i] = new Thread(new OrderWorker(name, config, executor, ledger), name);
            workers[i].start();
        }

        long start = System.nanoTime();
        long lastBeat = start;
        while (System.nanoTime() - start < nanos) {
            Thread.sleep(20);
            if (System.nanoTime() - lastBeat >= config.getHeartbeat().toNanos()) {
                lastBeat = System.nanoTime();
                printHeartbeat(config, ledger);
            }
        }
        for (Thread worker : workers) {
            worker.interrupt();
            worker.join();
        }
        executor.shutdownNow();
        System.out.println("order service stopped: " + ledger.summary());
    }

    private static void printHeartbeat(OrderConfig config, Ledger ledger) {
        String revenue = OrderConfig.logLevel.equals("DEBUG") ? ", revenue " + ledger.revenue() : "";
        System.out.println("heartbeat: " + OrderWorker.status(config) + " - " + ledger.summary() + revenue);
    }
}
