package io.reloadagent.bridge;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.Reference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What the application's byte code calls: the one class of the agent that every class loader can see. Defined by the boot
 * loader, under a name in {@code java.lang}, so that named modules and OSGi bundles link to it without configuration.
 * Knows types of the JDK only; all it does is pass calls on to the agent, or do nothing while there is none. Throws
 * nothing of the agent's.
 */
public final class Bridge {

    /** Written once, by the agent when it starts; read by every thread that links a site or calls the API. */
    private static volatile BiFunction<String, Object[], Object> agent;

    /** Gets the objects whose methods are called; null without an agent. Written as {@link #agent} is; read by constructors. */
    private static volatile BiConsumer<Object, Class<?>> tracker;
    /** Makes pins; null without an agent. Written as {@link #agent} is; read by every thread that pins. */
    private static volatile Supplier<? extends AutoCloseable> pins;

    /** The agent's filters, held weakly, by number. Written by threads that miss one; read by all that call one. */
    private static volatile AtomicReferenceArray<?> filters = new AtomicReferenceArray<>(0);

    /** Goes on counting when an agent is stopped and another one started: methods that are running keep their numbers. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** The class of which a constructor is about to call another one; set for the time of the call instruction alone. */
    private static final ThreadLocal<Class<?>> DELEGATING = new ThreadLocal<>();

    private Bridge() {}

    /** Tells the bridge whom to call. */
    public static void connect(BiFunction<String, Object[], Object> newAgent) {
        filters = new AtomicReferenceArray<>(0);
        pins = null;
        tracker = null;
        agent = newAgent;
    }

    /** Tells the bridge who gets the objects of {@link #made}, after {@link #connect}: a shorter way, as many may be made. */
    public static void connectTracker(BiConsumer<Object, Class<?>> newTracker) {
        tracker = newTracker;
    }

    /** Tells the bridge who makes pins, after {@link #connect}: a shorter way, as they are made often. */
    public static void connectPins(Supplier<? extends AutoCloseable> newPins) {
        pins = newPins;
    }

    /** A number for a filter that no agent has had before. */
    public static int nextNumber() {
        return NUMBERS.getAndIncrement();
    }

    /**
     * The bootstrap of a rewritten field read: {@code (T)T} for a static field, {@code (Object, T)T} for an instance's.
     *
     * @param constant the site's name, which says nothing: names of fields may have characters that it may not
     * @return the agent's site, or one that returns the value that was read
     * @throws VirtualMachineError if the thread's stack or the heap is exhausted even for that, as linking any site may
     */
    public static CallSite link(
            MethodHandles.Lookup caller,
            String constant,
            MethodType type,
            String field,
            Class<?> owner,
            String descriptor) {
        Object site;
        try {
            site = answer("link", field, type, owner, descriptor);
        } catch (VirtualMachineError distress) {
            return linkedLater(field, type, owner, descriptor);
        }
        return site instanceof CallSite && ((CallSite) site).type().equals(type)
                ? (CallSite) site
                : new ConstantCallSite(identity(type));
    }

    /** A site that returns the value that was read, until the agent has linked it on a thread of its own. */
    private static CallSite linkedLater(String field, MethodType type, Class<?> owner, String descriptor) {
        MutableCallSite site = new MutableCallSite(identity(type));
        answer("linkLater", site, field, owner, descriptor);
        return site;
    }

    /**
     * The bootstrap of a constant that stands in for a handle which reads a field, as records have them for their
     * {@code toString}, {@code equals} and {@code hashCode}.
     *
     * @return the agent's handle of the same type, or the one given
     * @throws VirtualMachineError if the thread's stack or the heap is exhausted: the JVM forgets the attempt then
     */
    public static MethodHandle getter(
            MethodHandles.Lookup caller,
            String constant,
            Class<?> type,
            String field,
            MethodHandle getter,
            Class<?> owner,
            String descriptor) {
        Object handle = answer("getter", field, getter, owner, descriptor);
        return handle instanceof MethodHandle && ((MethodHandle) handle).type().equals(getter.type())
                ? (MethodHandle) handle
                : getter;
    }

    /**
     * Called behind a field read in a class that is too old for sites; {@code instance} is null for a static field.
     *
     * @param number stands for the field, as the reader's class loader knows it
     * @return the value to use; {@code own}, which was read, without an agent and while the stack is too full to ask it
     * @throws VirtualMachineError if the thread's stack or the heap is exhausted even for a filter that is known
     */
    public static Object filter(Object instance, Object own, int number) {
        try {
            MethodHandle filter = find(number);
            return filter == null ? own : (Object) filter.invokeExact(instance, own);
        } catch (Throwable failure) {
            throwDistress(failure);
            return own;
        }
    }

    /** The same for a field of type {@code boolean}. */
    public static boolean filter(Object instance, boolean own, int number) {
        try {
            MethodHandle filter = find(number);
            return filter == null ? own : (boolean) filter.invokeExact(instance, own);
        } catch (Throwable failure) {
            throwDistress(failure);
            return own;
        }
    }

    /** The same for a field of type {@code byte}. */
    public static byte filter(Object instance, byte own, int number) {
        try {
            MethodHandle filter = find(number);
            return filter == null ? own : (byte) filter.invokeExact(instance, own);
        } catch (Throwable failure) {
            throwDistress(failure);
            return own;
        }
    }

    /** The same for a field of type {@code short}. */
    public static short filter(Object instance, short own, int number) {
        try {
            MethodHandle filter = find(number);
            return filter == null ? own : (short) filter.invokeExact(instance, own);
        } catch (Throwable failure) {
            throwDistress(failure);
            return own;
        }
    }

    /** The same for a field of type {@code char}. */
    public static char filter(Object instance, char own, int number) {
        try {
            MethodHandle filter = find(number);
            return filter == null ? own : (char) filter.invokeExact(instance, own);
        } catch (Throwable failure) {
            throwDistress(failure);
            return own;
        }
    }

    /** The same for a field of type {@code int}. */
    public static int filter(Object instance, int own, int number) {
        try {
            MethodHandle filter = find(number);
            return filter == null ? own : (int) filter.invokeExact(instance, own);
        } catch (Throwable failure) {
            throwDistress(failure);
            return own;
        }
    }

    /** The same for a field of type {@code long}. */
    public static long filter(Object instance, long own, int number) {
        try {
            MethodHandle filter = find(number);
            return filter == null ? own : (long) filter.invokeExact(instance, own);
        } catch (Throwable failure) {
            throwDistress(failure);
            return own;
        }
    }

    /** The same for a field of type {@code float}. */
    public static float filter(Object instance, float own, int number) {
        try {
            MethodHandle filter = find(number);
            return filter == null ? own : (float) filter.invokeExact(instance, own);
        } catch (Throwable failure) {
            throwDistress(failure);
            return own;
        }
    }

    /** The same for a field of type {@code double}. */
    public static double filter(Object instance, double own, int number) {
        try {
            MethodHandle filter = find(number);
            return filter == null ? own : (double) filter.invokeExact(instance, own);
        } catch (Throwable failure) {
            throwDistress(failure);
            return own;
        }
    }

    /** Null if the agent has no filter of this number, or could not be asked just now. */
    private static MethodHandle find(int number) {
        MethodHandle known = find(filters, number);
        Object table = known == null ? ask("filter", number) : null;
        if (!(table instanceof AtomicReferenceArray)) {
            return known;
        }
        filters = (AtomicReferenceArray<?>) table;
        return find(filters, number);
    }

    private static MethodHandle find(AtomicReferenceArray<?> table, int number) {
        Object filter = number < table.length() ? table.get(number) : null;
        return filter == null ? null : (MethodHandle) ((Reference<?>) filter).get();
    }

    private static void throwDistress(Throwable failure) {
        if (failure instanceof VirtualMachineError) {
            throw (VirtualMachineError) failure;
        }
    }

    /** Called at the end of the constructors of modules: {@code instance} is complete if {@code type} is its class. */
    public static void constructed(Object instance, Class<?> type) {
        if (instance.getClass() == type) {
            ask("constructed", instance);
        }
    }

    /** Called instead where constructors of {@code type} call each other: {@code delegated} if the caller goes on. */
    public static void constructed(Object instance, Class<?> type, boolean delegated) {
        if (!delegated) {
            constructed(instance, type);
        }
    }

    /** Called at the end of the constructors of {@code type}, where each object is bound by the values of its own fields. */
    public static void bound(Object instance, Class<?> type) {
        ask("bound", instance, type);
    }

    /** Called instead where constructors of {@code type} call each other: {@code delegated} if the caller goes on. */
    public static void bound(Object instance, Class<?> type, boolean delegated) {
        if (!delegated) {
            bound(instance, type);
        }
    }

    /** Called at the end of the constructors of {@code type}, methods of whose objects the agent may call. */
    public static void made(Object instance, Class<?> type) {
        BiConsumer<Object, Class<?>> current = tracker;
        try {
            if (current != null) {
                current.accept(instance, type);
            }
        } catch (Throwable failure) {
            return; // the thread's stack or the heap is exhausted: the object is not known
        }
    }

    /** Called instead where constructors of {@code type} call each other: {@code delegated} if the caller goes on. */
    public static void made(Object instance, Class<?> type, boolean delegated) {
        if (!delegated) {
            made(instance, type);
        }
    }

    /** Called by such a constructor right before it calls another one of {@code type}. */
    public static void delegating(Class<?> type) {
        try {
            DELEGATING.set(type);
        } catch (Throwable failure) {
            // The thread's stack or the heap is exhausted, as below. The module is reported too early, if at all.
            return;
        }
    }

    /** Called first thing by such a constructor: whether another one of {@code type} has just called it. */
    public static boolean delegated(Class<?> type) {
        try {
            Class<?> delegating = DELEGATING.get();
            DELEGATING.remove();
            return delegating == type;
        } catch (Throwable failure) {
            return false; // as above
        }
    }

    /** Called first thing by a method that is to see one version from begin to end; null if there is no agent. */
    public static AutoCloseable pin() {
        Supplier<? extends AutoCloseable> current = pins;
        try {
            return current == null ? null : current.get();
        } catch (Throwable failure) {
            return null; // the thread's stack or the heap is exhausted
        }
    }

    /** Called by such a method last. */
    public static void unpin(AutoCloseable pin) {
        if (pin != null) {
            try {
                pin.close();
            } catch (Exception failure) {
                throw new IllegalStateException(
                        failure); // not by a pin of the agent, closed in the method that made it
            }
        }
    }

    /** Passes a call of the API on. */
    public static Object call(String operation, Object[] arguments) {
        return ask(operation, arguments);
    }

    private static Object ask(String operation, Object... arguments) {
        try {
            return answer(operation, arguments);
        } catch (VirtualMachineError distress) {
            return null;
        }
    }

    /** Null without an agent, and where it failed, which it has reported itself then. */
    private static Object answer(String operation, Object... arguments) {
        BiFunction<String, Object[], Object> current = agent;
        try {
            return current == null ? null : current.apply(operation, arguments);
        } catch (VirtualMachineError distress) {
            throw distress;
        } catch (Throwable failure) {
            return null;
        }
    }

    private static MethodHandle identity(MethodType type) {
        MethodHandle identity = MethodHandles.identity(type.returnType());
        return type.parameterCount() == 1 ? identity : MethodHandles.dropArguments(identity, 0, type.parameterType(0));
    }
}
