package io.reloadagent.instrument;

import java.lang.reflect.Method;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The bridge in the boot loader, where this class cannot name it. Thread-safe. */
public final class InstalledBridge {

    private final String internalName;
    private final Method connect;
    private final Method connectPins;
    private final Method connectTracker;
    private final Method nextNumber;

    /**
     * Refers to a bridge.
     *
     * @throws ReflectiveOperationException if it is that of an agent which is too old
     */
    InstalledBridge(Class<?> bridge) throws ReflectiveOperationException {
        this.internalName = bridge.getName().replace('.', '/');
        this.connect = bridge.getMethod("connect", BiFunction.class);
        this.connectPins = bridge.getMethod("connectPins", Supplier.class);
        this.connectTracker = bridge.getMethod("connectTracker", BiConsumer.class);
        this.nextNumber = bridge.getMethod("nextNumber");
        bridge.getMethod("bound", Object.class, Class.class);
    }

    /** The name by which byte code calls it, {@code java/lang/ReloadAgentBridge}. */
    public String internalName() {
        return internalName;
    }

    /**
     * Has its calls answered.
     *
     * @param agent never throws
     * @param pins makes pins; never throws
     * @throws ReflectiveOperationException never, as this class has found the methods
     */
    public void connect(BiFunction<String, Object[], Object> agent, Supplier<? extends AutoCloseable> pins)
            throws ReflectiveOperationException {
        connect.invoke(null, agent);
        connectPins.invoke(null, pins);
    }

    /**
     * Has the objects of tracked classes told, after {@link #connect}.
     *
     * @param tracker is called when a constructor of the class that comes second has ended, by the application's thread; never throws
     * @throws ReflectiveOperationException never, as this class has found the method
     */
    public void connectTracker(BiConsumer<Object, Class<?>> tracker) throws ReflectiveOperationException {
        connectTracker.invoke(null, tracker);
    }

    /** Has it do nothing, until an agent connects it again. */
    public void disconnect() throws ReflectiveOperationException {
        connect.invoke(null, (Object) null);
    }

    /** A number for a filter that no agent in this JVM has had before. */
    public int nextNumber() {
        try {
            return (int) nextNumber.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the bridge has no numbers", e);
        }
    }
}
