package io.reloadagent.instrument;

import java.lang.reflect.Method;
import java.util.Set;

/**
 * Whether modules let a class name another: since Java 9, being public is not enough. Asks the modules that the JVM started
 * with, those of the application's module path among them; of other layers nothing is known, and they are taken for
 * open. By reflection, because this class is compiled for Java 8, where there is nothing to ask. Thread-safe.
 */
final class ModuleAccess {

    /** Null on Java 8. Made with the first question, which few applications lead to. */
    private static final ModuleAccess JVM = find();

    private final Object bootLayer;
    private final Method modules;
    private final Method packages;
    private final Method classLoader;
    private final Method unnamedModule;
    private final Method canRead;
    private final Method isExported;

    private ModuleAccess(Class<?> layer, Class<?> module) throws ReflectiveOperationException {
        bootLayer = layer.getMethod("boot").invoke(null);
        modules = layer.getMethod("modules");
        packages = module.getMethod("getPackages");
        classLoader = module.getMethod("getClassLoader");
        unnamedModule = ClassLoader.class.getMethod("getUnnamedModule");
        canRead = module.getMethod("canRead", module);
        isExported = module.getMethod("isExported", String.class, module);
    }

    private static ModuleAccess find() {
        try {
            return new ModuleAccess(Class.forName("java.lang.ModuleLayer"), Class.forName("java.lang.Module"));
        } catch (ClassNotFoundException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM does not tell of its modules", e);
        }
    }

    /**
     * Whether a class may name a public type. Classes are given by their internal names.
     *
     * @param reader the class, which need not be loaded yet
     * @param loader the reader's class loader
     */
    static boolean permits(String reader, ClassLoader loader, String type) {
        try {
            return JVM == null || JVM.exports(type, reader, loader);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot find out whether " + reader + " has access to " + type, e);
        }
    }

    private boolean exports(String type, String reader, ClassLoader loader) throws ReflectiveOperationException {
        Object module = moduleOf(packageOf(type));
        if (module == null) {
            return true;
        }
        Object readers = moduleOf(reader, loader);
        return (boolean) canRead.invoke(readers, module)
                && (boolean) isExported.invoke(module, packageOf(type), readers);
    }

    private Object moduleOf(String reader, ClassLoader loader) throws ReflectiveOperationException {
        Object module = moduleOf(packageOf(reader));
        return module != null && classLoader.invoke(module) == loader ? module : unnamedModule.invoke(loader);
    }

    /** Null if none that the JVM started with contains the package. */
    private Object moduleOf(String packageName) throws ReflectiveOperationException {
        for (Object module : (Set<?>) modules.invoke(bootLayer)) {
            if (((Set<?>) packages.invoke(module)).contains(packageName)) {
                return module;
            }
        }
        return null;
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('/'))).replace('/', '.');
    }
}
