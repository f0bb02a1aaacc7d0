package com.acme.mail;

import io.reloadagent.api.ReloadAgent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The mailer: {@code java -jar annotated-app.jar [--seconds N]}. Runs until killed, or for N seconds. */
public class Main {

    private static final long FOREVER = Long.MAX_VALUE / 2;

    public static void main(String[] args) throws InterruptedException {
        if (args.length == 0) {
            run(FOREVER);
        } else if (args.length == 2 && args[0].equals("--seconds")) {
            run(TimeUnit.SECONDS.toNanos(Long.parseLong(args[1])));
        } else {
            System.err.println("usage: java -jar annotated-app.jar [--seconds N]");
            System.exit(2);
        }
    }

    private static void run(long nanos) throws InterruptedException {
        System.out.println("mailer started " + (ReloadAgent.isActive() ? "with" : "without") + " the agent");
        ReloadAgent.observe(event -> System.out.println("event: " + event));

        MailSettings settings = new MailSettings();
        ExecutorService executor = Executors.newCachedThreadPool();
        Mailer mailer = new Mailer(settings, new ConnectionPool(), new RateLimiter(), executor);
        Thread thread = new Thread(mailer, "mailer");
        thread.start();

        long start = System.nanoTime();
        long lastSummary = start;
        while (System.nanoTime() - start < nanos) {
            Thread.sleep(20);
            if (System.nanoTime() - lastSummary >= settings.summaryEvery().toNanos()) {
                lastSummary = System.nanoTime();
                System.out.println("summary: " + mailer.sent() + " mails sent");
            }
        }
        thread.interrupt();
        thread.join();
        executor.shutdown();
    }
}
