package io.reloadagent.field;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * One dynamic field, and the one call site that all its reads share. The site starts open: it reads the version in force.
 * A settled site is a constant, or passes the field's own value through where nothing overrides it; the JVM compiles both
 * to what a plain read costs. When instances are bound to paths of their own, its sites look the instance up, for good.
 * Reading is thread-safe; opening and settling are the coordinator's alone.
 */
public class Cell {

    private final Versions versions;
    private final int index;
    private final String name;
    private final Class<?> type;
    private final MutableCallSite site;
    private final MethodHandle slow;

    /** Null until the first reader without a site. Held here so that it lives as long as the field's class. Guarded by this. */
    private MethodHandle filter;

    /** Whether the sites look the instance up. Guarded by this. */
    private boolean byInstance;

    /** Whether the agent was stopped. Guarded by this. */
    private boolean released;

    /** When the site was opened, last and the time before, by {@link System#nanoTime}. Confined to the coordinator's thread. */
    private long opened = System.nanoTime() - Long.MAX_VALUE / 2;

    private long openedBefore = opened;

    /** The values of the version in force and of candidates, which refer to them weakly. Guarded by itself. */
    private final List<Object> held = new ArrayList<>();

    Cell(Versions versions, int index, Field field) {
        MethodType siteType = SiteType.of(field.getType(), Modifier.isStatic(field.getModifiers()));
        this.versions = versions;
        this.index = index;
        this.name = field.getDeclaringClass().getName() + "." + field.getName();
        this.type = field.getType();
        this.slow = SlowRead.of(versions, index, siteType);
        this.site = new MutableCallSite(slow);
    }

    /** One without sites of its own: those of the field find its value. */
    Cell(Cell field, int index, String name) {
        this.versions = field.versions;
        this.index = index;
        this.name = name;
        this.type = field.type;
        this.slow = field.slow;
        this.site = field.site;
    }

    /** The position of this cell's value in every version, counted from 0 in the order of creation. */
    int index() {
        return index;
    }

    boolean isPrimitive() {
        return type.isPrimitive();
    }

    MutableCallSite site() {
        return site;
    }

    /**
     * What the reads of classes without sites pass: the site, in a type that the bridge has a method for.
     *
     * @return always the same, {@code (Object, T)T}, T a primitive type or Object
     */
    synchronized MethodHandle filter() {
        if (filter == null) {
            MethodHandle invoker = site.dynamicInvoker();
            MethodHandle ofInstance = invoker.type().parameterCount() == 1
                    ? MethodHandles.dropArguments(invoker, 0, Object.class)
                    : invoker;
            filter = ofInstance.asType(SiteType.ofFilter(SiteType.descriptorOf(type)));
        }
        return filter;
    }

    /** This cell's value, boxed, in the version in force; null also if there is none. */
    Object value(Values values) {
        if (!values.has(index)) {
            return null;
        }
        return isPrimitive() ? Primitive.fromBits(type, values.primitive(index)) : values.reference(index);
    }

    /** Keeps a value of a version that is being made, until the cell is settled in another; returns the version's reference. */
    WeakReference<Object> hold(Object value) {
        synchronized (held) {
            held.add(value);
        }
        return new WeakReference<>(value);
    }

    /** Forgets all values but that of the version in force; to be called when nobody sees another. */
    void letGoOfOthers(Values inForce) {
        Object value = value(inForce);
        synchronized (held) {
            held.removeIf(other -> other != value);
        }
    }

    synchronized void open() {
        openedBefore = opened;
        opened = System.nanoTime();
        if (!byInstance) {
            site.setTarget(slow);
        }
    }

    /**
     * Has the sites look up the instance that is read, from now on.
     *
     * @return whether the sites are to be synchronised: they did not do so before
     */
    synchronized boolean readByInstance(Instances instances, int ordinal) {
        if (byInstance || released) {
            return false;
        }
        site.setTarget(InstanceRead.of(versions, instances, index, ordinal, site.type()));
        byInstance = true;
        return true;
    }

    /** Whether it did not change twice within this time, or has not changed for as long since. */
    boolean isQuiet(long nanos) {
        return opened - openedBefore >= nanos || System.nanoTime() - opened >= nanos;
    }

    /** Whether its reads are as fast as plain ones: they need not ask for the version in force. */
    public synchronized boolean isSettled() {
        return !byInstance && site.getTarget() != slow;
    }

    /** Whether its reads look the instance up. */
    public synchronized boolean isReadByInstance() {
        return byInstance;
    }

    synchronized void settle(Values values) {
        if (byInstance) {
            return;
        }
        MethodHandle constantOrOwn = values.has(index)
                ? MethodHandles.constant(site.type().returnType(), value(values))
                : MethodHandles.identity(site.type().returnType());
        site.setTarget(ignoringUnused(constantOrOwn));
    }

    /** Passes the field's own value through, and forgets all others. */
    void release() {
        synchronized (this) {
            byInstance = false;
            released = true;
            settle(Values.NONE);
        }
        letGoOfOthers(Values.NONE);
    }

    private MethodHandle ignoringUnused(MethodHandle target) {
        MethodType type = site.type();
        int unused = type.parameterCount() - target.type().parameterCount();
        return unused == 0
                ? target
                : MethodHandles.dropArguments(target, 0, type.parameterList().subList(0, unused));
    }

    /** The field's name with its class. */
    @Override
    public String toString() {
        return name;
    }
}
