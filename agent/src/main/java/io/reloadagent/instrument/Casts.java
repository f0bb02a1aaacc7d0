package io.reloadagent.instrument;

import io.reloadagent.field.SiteType;

/** Values that pass a site as {@link Object} and have to be cast back. */
final class Casts {

    private Casts() {}

    static boolean isNeeded(String descriptor) {
        return !SiteType.erase(descriptor).equals(descriptor);
    }

    /**
     * The class that a site or a cast behind it has to resolve; null if every reader can, as a primitive type and the
     * classes of {@code java.lang}, {@code java.util} and others of {@code java.base}.
     */
    static String classOf(String descriptor) {
        String element = descriptor.substring(descriptor.lastIndexOf('[') + 1);
        if (element.charAt(0) != 'L') {
            return null;
        }
        String name = element.substring(1, element.length() - 1);
        // Packages below these are not all of java.base: java.util.logging has a module of its own.
        boolean everywhere = !isNeeded(descriptor) && name.indexOf('/', "java/".length()) == name.lastIndexOf('/');
        return everywhere ? null : name;
    }

    /** The operand of the cast: a class's internal name, or an array's descriptor. */
    static String operand(String descriptor) {
        return descriptor.charAt(0) == '[' ? descriptor : descriptor.substring(1, descriptor.length() - 1);
    }
}
