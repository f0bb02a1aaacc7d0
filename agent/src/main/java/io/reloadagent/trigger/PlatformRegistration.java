package io.reloadagent.trigger;

import io.reloadagent.report.Log;
import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** A place on the platform MBean server, from construction to {@link #close}. */
final class PlatformRegistration implements AutoCloseable {

    static final String NAME = "io.reloadagent:type=ReloadAgent";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName name;
    private final Log log;

    PlatformRegistration(ReloadAgentBean bean, Log log) throws JMException {
        this.log = log;
        this.name = new ObjectName(NAME);
        try {
            server.registerMBean(bean, name);
        } catch (InstanceAlreadyExistsException taken) {
            throw new JMException(NAME + " exists already: is the agent installed twice?");
        }
    }

    @Override
    public void close() {
        try {
            server.unregisterMBean(name);
        } catch (JMException gone) {
            log.debug("The MBean {} was unregistered by somebody else", NAME, gone);
        }
    }
}
