package io.reloadagent.instrument;

import io.reloadagent.field.Cell;
import io.reloadagent.field.DynamicClass;
import io.reloadagent.field.Settlement;
import io.reloadagent.field.Swap;
import io.reloadagent.field.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * Shows that reads can be rewritten in this JVM, before anything depends on it: a class of the agent's own goes the way of
 * the application's, from the transformer over the bridge to a cell, and reads its own value, an override, and its own
 * value again. Runs once, on one thread; the other methods are thread-safe.
 */
public final class SelfTest {

    static final int OWN = 1;
    private static final int OVERRIDE = 2;
    private static final String PROBE = SelfTestProbe.class.getName();
    private static final String FIELD = "selfTestValue";

    private final Versions versions = new Versions("self-test");

    /** Written by the thread that runs the test, when it links the probe; read by it. Null before and afterwards. */
    private volatile Cell cell;

    /** Whether a class, {@code com.acme.Main}, is the one that the test rewrites. */
    public boolean coversClass(String className) {
        return className.equals(PROBE);
    }

    /** Whether a field may be that of the class which the test rewrites. */
    public boolean coversField(String field) {
        return field.equals(FIELD);
    }

    static boolean isProbe(Class<?> type) {
        return type.getClassLoader() instanceof ProbeLoader;
    }

    /** The dynamic field of the class that the test rewrites; null for every other class. */
    public DynamicClass describe(Class<?> type) {
        if (!isProbe(type)) {
            return null;
        }
        try {
            Cell described = versions.cell(type.getDeclaredField(FIELD));
            versions.register(Collections.singleton(described), basis -> Collections.emptyMap());
            cell = described;
            return (name, descriptor) -> name.equals(FIELD) ? described : null;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the self-test's class has changed", e);
        }
    }

    /**
     * Runs the test.
     *
     * @throws SelfTestException if a read is not intercepted as it should: none of the application's can be relied on
     */
    public void run() throws SelfTestException {
        run(null, bytes -> bytes);
    }

    /**
     * The same for where the JVM has no agent.
     *
     * @param parent sees the bridge; null for the boot loader
     * @param transformation comes before the JVM's
     */
    void run(ClassLoader parent, UnaryOperator<byte[]> transformation) throws SelfTestException {
        try {
            IntSupplier probe = new ProbeLoader(parent).define(transformation.apply(bytes()));
            expect(OWN, probe, "before anything overrides it");
            if (cell == null) {
                throw new SelfTestException("a read was not intercepted: its class was not rewritten, or not linked");
            }
            swap(Collections.singletonMap(cell, OVERRIDE), Collections.emptyList());
            expectTwice(OVERRIDE, probe, "when it is overridden");
            swap(Collections.emptyMap(), Collections.singleton(cell));
            expectTwice(OWN, probe, "when it is not overridden any more");
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
            throw new SelfTestException("a class cannot be rewritten, defined or linked: " + e, e);
        } finally {
            cell = null;
        }
    }

    private void swap(Map<Cell, Object> overrides, Collection<Cell> resets) throws SelfTestException {
        Swap swap = Swap.open(versions, versions.current(), new Object(), overrides, resets);
        if (swap == null || swap.commit() == null) {
            throw new SelfTestException("a version was not put in force");
        }
    }

    /** While its site is open, and when it is settled. */
    private void expectTwice(int value, IntSupplier probe, String when) throws SelfTestException {
        expect(value, probe, when);
        new Settlement(versions, Duration.ZERO).settle(Collections.singleton(cell));
        expect(value, probe, when + " and has settled");
    }

    private static void expect(int value, IntSupplier probe, String when) throws SelfTestException {
        int read = probe.getAsInt();
        if (read != value) {
            throw new SelfTestException("a field reads " + read + ", not " + value + ", " + when);
        }
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = SelfTest.class.getResourceAsStream("SelfTestProbe.class")) {
            return Streams.readFully(in);
        }
    }

    /** Is collected with its class when the test is over. */
    private static final class ProbeLoader extends ClassLoader {

        ProbeLoader(ClassLoader parent) {
            super(parent);
        }

        IntSupplier define(byte[] bytes) throws ReflectiveOperationException {
            return (IntSupplier)
                    defineClass(PROBE, bytes, 0, bytes.length).getConstructor().newInstance();
        }
    }
}
