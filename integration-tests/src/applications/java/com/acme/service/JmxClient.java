package com.acme.service;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** Does what JConsole does, with what every JMX client has: names and open types. */
public final class JmxClient {

    private JmxClient() {}

    /** The outcome, version and changes of a reload. */
    public static List<String> reload(String reason) throws JMException {
        CompositeData report = (CompositeData)
                server().invoke(name(), "reload", new Object[] {reason}, new String[] {"java.lang.String"});
        List<String> lines = new ArrayList<>();
        lines.add((String) report.get("outcome"));
        lines.add("version " + report.get("version"));
        for (String change : (String[]) report.get("changes")) {
            lines.add(change);
        }
        return lines;
    }

    /** Stops the agent. */
    static String stop() throws JMException {
        server().invoke(name(), "stop", new Object[0], new String[0]);
        return "stopped";
    }

    /** An attribute of the agent, or that it is not registered. */
    public static Object attribute(String attribute) throws JMException {
        return server().isRegistered(name()) ? server().getAttribute(name(), attribute) : "not registered";
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static ObjectName name() throws JMException {
        return new ObjectName("io.reloadagent:type=ReloadAgent");
    }
}
