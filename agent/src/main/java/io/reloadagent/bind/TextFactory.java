package io.reloadagent.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * How a class of the application makes an object of a text: by its public static {@code valueOf}, {@code of} or {@code parse}, or
 * by a public constructor; the first of these counts. Immutable.
 */
final class TextFactory {

    private static final String[] METHODS = {"valueOf", "of", "parse"};
    private static final Class<?>[] PARAMETERS = {String.class, CharSequence.class};

    private final Executable factory;

    private TextFactory(Executable factory) {
        this.factory = factory;
    }

    /** Null if the class has none, or none that may be called. */
    static TextFactory of(Class<?> type) {
        if (JdkTypes.isOfJdk(type)) {
            return null;
        }
        try {
            Executable found = find(type);
            if (found == null) {
                return null;
            }
            found.setAccessible(true); // its class need not be public
            return new TextFactory(found);
        } catch (LinkageError | RuntimeException denied) {
            return null; // a class that other methods name is missing, or its module is closed: it is read as without
        }
    }

    private static Executable find(Class<?> type) {
        for (String name : METHODS) {
            for (Class<?> parameter : PARAMETERS) {
                Method method = method(type, name, parameter);
                if (method != null) {
                    return method;
                }
            }
        }
        return Modifier.isAbstract(type.getModifiers()) ? null : constructor(type);
    }

    private static Method method(Class<?> type, String name, Class<?> parameter) {
        try {
            Method method = type.getMethod(name, parameter);
            boolean fits = Modifier.isStatic(method.getModifiers()) && type.isAssignableFrom(method.getReturnType());
            return fits ? method : null;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            return type.getConstructor(String.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /**
     * Makes an object.
     *
     * @throws InvocationTargetException with what the application's code threw
     * @throws ReflectiveOperationException if the code may not be called
     */
    Object make(String text) throws ReflectiveOperationException {
        return factory instanceof Method
                ? ((Method) factory).invoke(null, text)
                : ((Constructor<?>) factory).newInstance(text);
    }
}
