package io.reloadagent.instrument;

import io.reloadagent.field.SiteType;

/** Values that pass a site as {@link Object} and have to be cast back. */
final class Casts {

    private Casts() {}

    static boolean isNeeded(String descriptor) {
        return !SiteType.erase(descriptor).equals(descriptor);
    }

    /** The class that a cast back has to resolve; null if there is no cast. */
    static String classOf(String descriptor) {
        return isNeeded(descriptor)
                ? descriptor.substring(descriptor.lastIndexOf('[') + 2, descriptor.length() - 1)
                : null;
    }

    /** The operand of the cast: a class's internal name, or an array's descriptor. */
    static String operand(String descriptor) {
        return descriptor.charAt(0) == '[' ? descriptor : descriptor.substring(1, descriptor.length() - 1);
    }
}
