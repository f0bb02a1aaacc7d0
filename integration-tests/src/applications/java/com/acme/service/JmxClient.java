package com.acme.service;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
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
        if (!server().isRegistered(name())) {
            return "not registered";
        }
        Object value = server().getAttribute(name(), attribute);
        return value instanceof Object[] ? Arrays.asList((Object[]) value) : value;
    }

    /** Each attribute with its value; none while it is not registered. */
    public static List<String> attributes() throws JMException {
        List<String> attributes = new ArrayList<>();
        if (!server().isRegistered(name())) {
            return attributes;
        }
        for (MBeanAttributeInfo info : server().getMBeanInfo(name()).getAttributes()) {
            attributes.add(info.getName() + "=" + attribute(info.getName()));
        }
        return attributes;
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static ObjectName name() throws JMException {
        return new ObjectName("io.reloadagent:type=ReloadAgent");
    }
}
