package io.reloadagent.field;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Links rewritten reads. Runs once a site, in the application's thread that reads first, which may hold any lock and be
 * in the middle of a class's initialisation: nothing in here waits for a reload. Thread-safe.
 */
public final class Linker {

    private final ClassValue<DynamicClass> classes;

    /** The classes that were asked for their cells, and the cells whose sites were handed out. Weak; guarded by their locks. */
    private final Set<Class<?>> asked = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private final Set<Cell> linked = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Written by the coordinator when the agent is stopped; read by every thread that links. */
    private volatile boolean released;

    /**
     * Creates a linker.
     *
     * @param describe finds the dynamic fields that a class declares; called once a class, more often if threads race
     */
    public Linker(Function<Class<?>, DynamicClass> describe) {
        this.classes = new ClassValue<DynamicClass>() {
            @Override
            protected DynamicClass computeValue(Class<?> type) {
                return describe.apply(type);
            }
        };
    }

    /**
     * The site of a read.
     *
     * @param name the field's name
     * @param type the site's type, as {@link SiteType} erases it
     * @param owner the class that the read names: the one that declares the field, or a subclass
     * @param descriptor the field's descriptor
     * @return the field's site; the identity if the field is not dynamic
     */
    public CallSite link(String name, MethodType type, Class<?> owner, String descriptor) {
        Cell cell = cell(name, owner, descriptor);
        return cell == null ? new ConstantCallSite(identity(type)) : cell.site();
    }

    /**
     * The filter of a read that has no site.
     *
     * @return {@code (Object, T)T}, held by the field's class; null if the field is not dynamic
     */
    MethodHandle filter(String name, Class<?> owner, String descriptor) {
        Cell cell = cell(name, owner, descriptor);
        return cell == null ? null : cell.filter();
    }

    /**
     * A handle that reads a field as a rewritten read would.
     *
     * @param getter the plain handle, {@code (owner)T}, or {@code ()T} for a static field
     * @return a handle of the same type; {@code getter} itself if the field is not dynamic
     */
    public MethodHandle getter(String name, MethodHandle getter, Class<?> owner, String descriptor) {
        Cell cell = cell(name, owner, descriptor);
        if (cell == null) {
            return getter;
        }
        MethodHandle site = cell.site().dynamicInvoker();
        return getter.type().parameterCount() == 0
                ? MethodHandles.filterReturnValue(
                        getter,
                        site.asType(MethodType.methodType(
                                getter.type().returnType(), getter.type().returnType())))
                : instanceGetter(getter, site);
    }

    private static MethodHandle instanceGetter(MethodHandle getter, MethodHandle site) {
        MethodHandle filter = site.asType(MethodType.methodType(
                getter.type().returnType(),
                getter.type().parameterType(0),
                getter.type().returnType()));
        MethodHandle valueFirst = MethodHandles.permuteArguments(
                filter,
                MethodType.methodType(
                        getter.type().returnType(),
                        getter.type().returnType(),
                        getter.type().parameterType(0)),
                1,
                0);
        return MethodHandles.foldArguments(valueFirst, getter);
    }

    private Cell cell(String name, Class<?> owner, String descriptor) {
        Field field = FieldResolution.find(name, owner, descriptor);
        return field == null ? null : cell(field, descriptor);
    }

    private Cell cell(Field field, String descriptor) {
        Class<?> type = field.getDeclaringClass();
        asked.add(type);
        Cell cell = classes.get(type).cell(field.getName(), descriptor);
        if (cell != null) {
            linked.add(cell);
        }
        if (released) {
            classes.remove(type);
            return null;
        }
        return cell;
    }

    /**
     * Has one instance read its dynamic fields, inherited ones included, at paths of its own. May convert values, and waits
     * for no reload.
     *
     * @param prefix what those paths begin with; null: no longer
     * @return whether the instance has any such fields
     * @throws IllegalArgumentException if no path can begin so
     */
    public boolean bind(Object instance, String prefix) {
        boolean any = false;
        for (Class<?> type = instance.getClass();
                type != null && type.getClassLoader() != null;
                type = type.getSuperclass()) {
            any |= withClass(type, dynamic -> dynamic.bind(instance, prefix));
        }
        return any;
    }

    /** Binds an instance by the values of its own fields, if that is how the class is; its constructor has ended. */
    public void bindConstructed(Object instance, Class<?> type) {
        withClass(type, dynamic -> {
            dynamic.bindConstructed(instance);
            return true;
        });
    }

    private boolean withClass(Class<?> type, Predicate<DynamicClass> action) {
        asked.add(type);
        boolean answer = action.test(classes.get(type));
        if (released) {
            classes.remove(type);
        }
        return answer;
    }

    /**
     * Has all reads return the fields' own values from now on, at one instant, whoever makes them, and leaves nothing of
     * the agent in the classes. For the coordinator's thread, outside a swap.
     *
     * @param versions of all cells
     */
    public void release(Versions versions) {
        released = true;
        List<Cell> cells = snapshot(linked);
        cells.forEach(Cell::open);
        Swap.sync(cells);
        versions.release();
        cells.forEach(Cell::release);
        Swap.sync(cells);
        snapshot(asked).forEach(classes::remove);
    }

    private static <T> List<T> snapshot(Set<T> weak) {
        synchronized (weak) {
            return new ArrayList<>(weak);
        }
    }

    /** Returns its last argument: {@code (T)T}, or {@code (Object, T)T}. */
    static MethodHandle identity(MethodType type) {
        MethodHandle identity = MethodHandles.identity(type.returnType());
        return type.parameterCount() == 1 ? identity : MethodHandles.dropArguments(identity, 0, type.parameterType(0));
    }
}
