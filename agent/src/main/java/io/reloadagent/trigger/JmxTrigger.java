package io.reloadagent.trigger;

import io.reloadagent.report.Log;
import io.reloadagent.report.Registration;
import java.time.Duration;

/**
 * Carries out the JMX operations of {@link ReloadAgentMXBean}. Whatever keeps it from being registered, a Java without
 * the module {@code java.management} for example, is one line in the log; everything else of the agent goes on.
 * Thread-safe.
 */
public final class JmxTrigger implements AutoCloseable {

    private final ReloadCall reload;
    private final Operations operations;
    private final Log log;
    /** Not of its own type, which a Java without JMX cannot load. */
    private AutoCloseable registration;

    private Registration observation;

    /**
     * A trigger that is not registered yet.
     *
     * @param operations what it asks the agent for
     * @param reloadTimeout how long a reload may take; clients wait a little longer
     */
    public JmxTrigger(Operations operations, Duration reloadTimeout, Log log) {
        this.reload = new ReloadCall(operations, reloadTimeout, log);
        this.operations = operations;
        this.log = log;
    }

    /**
     * Registers the MBean, or says in the log why not. Starts the JVM's management, so not to be called before the
     * application's main class runs. Does nothing if it is registered already.
     */
    public synchronized void start() {
        if (registration != null) {
            return;
        }
        try {
            ReloadAgentBean bean = new ReloadAgentBean(reload, operations);
            registration = new PlatformRegistration(bean, log);
            observation = operations.observe("jmx", bean::tell);
        } catch (Exception | LinkageError failure) {
            log.warn("JMX is off", failure);
        }
    }

    /** Takes the MBean away. Closing again does nothing; it can be started again. */
    @Override
    public synchronized void close() {
        if (registration == null) {
            return;
        }
        try {
            observation.close();
            registration.close();
        } catch (Exception failure) {
            log.warn("The MBean could not be unregistered", failure);
        }
        registration = null;
    }
}
