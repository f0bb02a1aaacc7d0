package io.reloadagent.apply;

import io.reloadagent.bind.ValueRules;
import io.reloadagent.bind.ValueType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;

/** A method of a class that can be called, and the one that tells what it sets. Keeps the class alive. Immutable. */
final class CallableMethod {

    private static final MethodType OF_INSTANCE = MethodType.methodType(Object.class, Object.class, Object.class);
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

    private final boolean isStatic;
    private final ClassLoader loader;
    /** Null for a method without a parameter. */
    private final ValueType parameter;
    /** The instance, which is null for a static method, and the value, which is null without a parameter. */
    private final MethodHandle call;
    /** Null if nothing tells. */
    private final MethodHandle getter;

    private CallableMethod(
            boolean isStatic, ClassLoader loader, ValueType parameter, MethodHandle call, MethodHandle getter) {
        this.isStatic = isStatic;
        this.loader = loader;
        this.parameter = parameter;
        this.call = call;
        this.getter = getter;
    }

    /**
     * That of a class that a rule means.
     *
     * @param open makes the members of a class, if it belongs to a named module, accessible to the agent by reflection
     * @throws MethodProblem if there is none
     */
    static CallableMethod of(ApplyRule rule, Class<?> owner, ValueRules values, Consumer<Class<?>> open)
            throws MethodProblem {
        try {
            Method method = MethodChoice.method(rule, owner);
            Method getter = MethodChoice.getter(rule, method);
            boolean isStatic = Modifier.isStatic(method.getModifiers());
            boolean hasParameter = method.getParameterCount() == 1;
            return new CallableMethod(
                    isStatic,
                    owner.getClassLoader(),
                    hasParameter ? values.parameter(owner, method.getGenericParameterTypes()[0]) : null,
                    withBoth(handle(method, open), isStatic, hasParameter),
                    getter == null ? null : withInstance(handle(getter, open), isStatic));
        } catch (IllegalAccessException | RuntimeException | LinkageError e) {
            throw new MethodProblem("the methods of " + owner.getName() + " cannot be called: " + e, e);
        }
    }

    private static MethodHandle handle(Method method, Consumer<Class<?>> open) throws IllegalAccessException {
        open.accept(method.getDeclaringClass());
        method.setAccessible(true);
        return MethodHandles.lookup().unreflect(method).asFixedArity();
    }

    private static MethodHandle withInstance(MethodHandle handle, boolean isStatic) {
        return (isStatic ? MethodHandles.dropArguments(handle, 0, Object.class) : handle).asType(GETTER);
    }

    private static MethodHandle withBoth(MethodHandle handle, boolean isStatic, boolean hasParameter) {
        MethodHandle ofInstance = isStatic ? MethodHandles.dropArguments(handle, 0, Object.class) : handle;
        return (hasParameter ? ofInstance : MethodHandles.dropArguments(ofInstance, 1, Object.class))
                .asType(OF_INSTANCE);
    }

    boolean isStatic() {
        return isStatic;
    }

    /** Null for a method without a parameter. */
    ValueType parameter() {
        return parameter;
    }

    /** Whether {@link #read} tells anything. */
    boolean hasGetter() {
        return getter != null;
    }

    /**
     * Calls it.
     *
     * @param instance null for a static method
     * @param value ignored without a parameter
     * @throws Throwable what it throws
     */
    void call(Object instance, Object value) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader); // what the application's code expects
        try {
            Object unused = call.invokeExact(instance, value);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What the getter says; throws what it throws. */
    Object read(Object instance) throws Throwable {
        return getter.invokeExact(instance);
    }
}
