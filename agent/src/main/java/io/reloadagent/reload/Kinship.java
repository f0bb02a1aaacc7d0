package io.reloadagent.reload;

/**
 * Tells whether a class belongs to the application of a module, where one JVM runs several: a module is not called for what only
 * another web application reads. Immutable.
 */
final class Kinship {

    private final Class<?> module;

    Kinship(Class<?> module) {
        this.module = module;
    }

    /** Whether the class loaders alone tell that it does: one of the two is the other's, or a parent of it. Runs no code of theirs. */
    boolean isCertain(Class<?> type) {
        ClassLoader own = module.getClassLoader();
        ClassLoader others = type.getClassLoader();
        return isWithin(own, others) || isWithin(others, own);
    }

    /** Whether it does, also by what the module's class loader finds elsewhere, as those of OSGi do. Runs code of the application. */
    boolean includes(Class<?> type) {
        return isCertain(type) || seen(type.getName()) == type;
    }

    private static boolean isWithin(ClassLoader inner, ClassLoader outer) {
        ClassLoader loader = inner;
        while (loader != outer && loader != null) {
            loader = loader.getParent();
        }
        return loader == outer;
    }

    /** Null if there is none of that name. */
    private Class<?> seen(String name) {
        try {
            return Class.forName(name, false, module.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notThere) {
            return null;
        }
    }
}
