package io.reloadagent.instrument;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Brings the bridge into the boot loader. As a class of {@code java.lang} it is visible to every class loader there is,
 * to named modules and OSGi bundles without configuration.
 */
public final class BridgeInstaller {

    private static final String WRITTEN_AS = "io/reloadagent/bridge/Bridge";
    private static final String DEFINED_AS = "java/lang/ReloadAgentBridge";

    private final Instrumentation instrumentation;

    /** Creates an installer. */
    public BridgeInstaller(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    /**
     * Defines the bridge, unless an agent that was stopped has left it.
     *
     * @return the bridge, which is connected to nobody
     * @throws IOException if a temporary file cannot be written (Java 8)
     * @throws ReflectiveOperationException if this JVM allows none of the ways
     */
    public InstalledBridge install() throws IOException, ReflectiveOperationException {
        Class<?> bridge = find(DEFINED_AS);
        if (bridge == null) {
            bridge = find(WRITTEN_AS);
        }
        if (bridge == null) {
            bridge = defineFirst();
        }
        return new InstalledBridge(bridge);
    }

    /** Null if there is no such class in the boot loader. */
    private static Class<?> find(String name) {
        try {
            return Class.forName(name.replace('/', '.'), true, null);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private Class<?> defineFirst() throws IOException, ReflectiveOperationException {
        return ClassLoader.getSystemClassLoader()
                        .getParent()
                        .getClass()
                        .getName()
                        .contains("ExtClassLoader")
                ? append(DEFINED_AS)
                : defineOrAppend();
    }

    private Class<?> defineOrAppend() throws IOException, ReflectiveOperationException {
        try {
            return define();
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A package of a named module cannot be appended to; outside of one, classes of named modules still see it.
            return append(WRITTEN_AS);
        }
    }

    /** Java 9 and later, by reflection because this class is compiled for Java 8. */
    private Class<?> define() throws IOException, ReflectiveOperationException {
        ModuleOpening.open(instrumentation, Object.class);
        Object lookup = MethodHandles.class
                .getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class)
                .invoke(null, Object.class, MethodHandles.lookup());
        return (Class<?>) MethodHandles.Lookup.class
                .getMethod("defineClass", byte[].class)
                .invoke(lookup, (Object) bytes(DEFINED_AS));
    }

    private Class<?> append(String name) throws IOException, ReflectiveOperationException {
        Path jar = Files.createTempFile("reload-agent-bridge", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name + ".class"));
            out.write(bytes(name));
        }
        File file = jar.toFile();
        try (JarFile opened = new JarFile(file)) {
            instrumentation.appendToBootstrapClassLoaderSearch(opened);
            return Class.forName(name.replace('/', '.'), true, null);
        } finally {
            // The JVM has opened it by now and keeps it open: where the system lets a name go before that, nothing
            // stays behind
            // even of a JVM that is killed.
            if (!file.delete()) {
                file.deleteOnExit();
            }
        }
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = BridgeInstaller.class.getResourceAsStream("/" + WRITTEN_AS + ".class")) {
            return renamed(Streams.readFully(in), name);
        }
    }

    /** The class under another name: it names itself in one constant of its pool only. */
    private static byte[] renamed(byte[] bytes, String name) throws IOException {
        byte[] from = constant(WRITTEN_AS);
        for (int i = 0; i + from.length <= bytes.length; i++) {
            if (matches(bytes, i, from)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.write(bytes, 0, i);
                out.write(constant(name));
                out.write(bytes, i + from.length, bytes.length - i - from.length);
                return out.toByteArray();
            }
        }
        throw new IOException("the bridge does not name itself");
    }

    /** A name as it stands in a constant pool: tag, length, text. */
    private static byte[] constant(String name) {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        byte[] constant = new byte[text.length + 3];
        constant[0] = 1;
        constant[2] = (byte) text.length;
        System.arraycopy(text, 0, constant, 3, text.length);
        return constant;
    }

    private static boolean matches(byte[] bytes, int offset, byte[] part) {
        for (int i = 0; i < part.length; i++) {
            if (bytes[offset + i] != part[i]) {
                return false;
            }
        }
        return true;
    }
}
