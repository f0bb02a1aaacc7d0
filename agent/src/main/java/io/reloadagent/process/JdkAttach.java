package io.reloadagent.process;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/**
 * Attaches by the JDK's own API, {@code com.sun.tools.attach}: in the module {@code jdk.attach}, in {@code tools.jar} on Java 8. It knows
 * every platform, and name spaces. Asked for by reflection, for a run-time may be without.
 */
final class JdkAttach {

    /** One for all: its native library can be loaded by one class loader only. Null if there is none. */
    private static final JdkAttach FOUND = search();

    private final Class<?> machine;

    private JdkAttach(Class<?> machine) {
        this.machine = machine;
    }

    /** Null if this run-time has none. */
    static JdkAttach find() {
        return FOUND;
    }

    private static JdkAttach search() {
        for (ClassLoader loader : new ClassLoader[] {ClassLoader.getSystemClassLoader(), tools()}) {
            try {
                if (loader != null) {
                    return new JdkAttach(Class.forName("com.sun.tools.attach.VirtualMachine", true, loader));
                }
            } catch (ClassNotFoundException | LinkageError notThere) {
                // The next may have it.
            }
        }
        return null;
    }

    /** Those of Java 8; null if there are none. */
    private static ClassLoader tools() {
        Path home = Paths.get(System.getProperty("java.home"));
        for (Path jar : new Path[] {home.resolve("../lib/tools.jar"), home.resolve("lib/tools.jar")}) {
            if (Files.isRegularFile(jar)) {
                try {
                    return new URLClassLoader(
                            new URL[] {new File(jar.toString()).toURI().toURL()}, ClassLoader.getSystemClassLoader());
                } catch (MalformedURLException impossible) {
                    throw new IllegalStateException(jar + " cannot be written as a URL", impossible);
                }
            }
        }
        return null;
    }

    /**
     * Loads an agent, and returns when it has got its argument.
     *
     * @throws Exception what the JDK has thrown
     */
    void load(long pid, String jar, String argument) throws Exception {
        try {
            Object target = machine.getMethod("attach", String.class).invoke(null, String.valueOf(pid));
            try {
                machine.getMethod("loadAgent", String.class, String.class).invoke(target, jar, argument);
            } finally {
                machine.getMethod("detach").invoke(target);
            }
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            if (!isWell(String.valueOf(cause.getMessage()))) {
                throw cause instanceof Exception ? (Exception) cause : thrown;
            }
        }
    }

    /** A newer JDK reads Java 8's answer that all is well as an error, and Java 8 that of a newer one. */
    private static boolean isWell(String error) {
        return error.equals("0") || error.startsWith("Non-numeric value found");
    }
}
