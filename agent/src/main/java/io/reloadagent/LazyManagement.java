package io.reloadagent;

import io.reloadagent.instrument.ClassLoading;
import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import java.lang.instrument.Instrumentation;

/**
 * Starts JMX when the JVM has a server for MBeans, and not before: the first one fixes {@code javax.management}'s and
 * {@code java.util.logging}'s properties, which an application may want to set first; JBoss does not even start then.
 * Whoever looks for the MBean makes that server: the application, or the JVM when a client attaches.
 */
final class LazyManagement implements Runnable {

    private static final String SERVER = "com/sun/jmx/mbeanserver/JmxMBeanServer";

    private final Thread thread = new DaemonThreads("reload-agent-jmx-").newThread(this);
    private final ClassLoading server;
    private final Log log;
    private final Runnable use;

    /** Waits, when it is started, until there is a server for MBeans, and then runs {@code use}. */
    LazyManagement(Instrumentation instrumentation, Log log, Runnable use) {
        this.server = ClassLoading.of(instrumentation, SERVER);
        this.log = log;
        this.use = use;
    }

    void start() {
        thread.start();
    }

    /** Ends the wait. */
    void close() {
        thread.interrupt();
    }

    @Override
    public void run() {
        try {
            server.await();
            use.run();
        } catch (InterruptedException e) {
            log.debug("interrupted before there was a server for MBeans");
        } catch (RuntimeException | Error e) {
            log.warn("JMX is off", e);
        }
    }
}
