package io.reloadagent.report;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the agent's threads: daemons, so that the application ends when it would without the agent, and with the system
 * class loader as their context, whichever thread of the application happened to start them. Thread-safe.
 */
public final class DaemonThreads implements ThreadFactory {

    private final String prefix;
    private final AtomicInteger made = new AtomicInteger();

    /** Threads whose names are this prefix and a number, counted from 1. */
    public DaemonThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, prefix + made.incrementAndGet());
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(DaemonThreads::report);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }

    /** A thread of the agent must not end in the application's default handler, which may halt the JVM. */
    private static void report(Thread thread, Throwable failure) {
        new Log(Level.ERROR, System.err).error("thread {} of the agent ends", thread.getName(), failure);
    }
}
