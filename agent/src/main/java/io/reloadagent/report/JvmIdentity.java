package io.reloadagent.report;

import java.lang.reflect.Method;
import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Names this JVM in its events: a process id, where the JVM tells it, and a random part, since in containers every
 * process has the id 1 and ids are used again. It names neither host nor user.
 */
final class JvmIdentity {

    /** {@code 4711-9f3c5a0b12de8844}. */
    static final String NAME = processId() + new BigInteger(64, new SecureRandom()).toString(16);

    /** {@code /reload-agent/4711-9f3c5a0b12de8844}. */
    static final String URI_REFERENCE = "/reload-agent/" + NAME;

    private JvmIdentity() {}

    /** By reflection, as Java 8 lacks it; the older way would start the JVM's management. */
    private static String processId() {
        try {
            Class<?> handles = Class.forName("java.lang.ProcessHandle");
            Method current = handles.getMethod("current");
            Method pid = handles.getMethod("pid");
            return pid.invoke(current.invoke(null)) + "-";
        } catch (ReflectiveOperationException javaEight) {
            return "";
        }
    }
}
