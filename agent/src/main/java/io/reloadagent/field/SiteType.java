package io.reloadagent.field;

import java.lang.invoke.MethodType;

/**
 * The type in which a field's value passes a rewritten read. Primitives and the most common classes of the JDK pass as
 * what they are; everything else passes as {@link Object} and is cast back by the reader, because a type that the reader
 * never needed may not be visible to the reader's class loader, and linking would then fail where the plain read works.
 */
public final class SiteType {

    private static final String OBJECT = "Ljava/lang/Object;";

    /** Packages of {@code java.base}: visible to every class loader, and public wherever a field is declared so. */
    private static final String[] EVERYWHERE = {
        "Ljava/lang/", "Ljava/util/", "Ljava/time/", "Ljava/math/", "Ljava/io/", "Ljava/net/", "Ljava/nio/"
    };

    private SiteType() {}

    /** Erases a field's descriptor to that of the site. */
    public static String erase(String descriptor) {
        String element = descriptor.substring(descriptor.lastIndexOf('[') + 1);
        if (element.charAt(0) != 'L') {
            return descriptor;
        }
        for (String prefix : EVERYWHERE) {
            if (element.startsWith(prefix)) {
                return descriptor;
            }
        }
        return OBJECT;
    }

    /** Erases a field's descriptor to that of the filter by which a class without sites reads it. */
    public static String eraseForFilter(String descriptor) {
        return descriptor.length() == 1 ? descriptor : OBJECT;
    }

    /** The method type of such a filter: {@code (Object, T)T}, also for a static field. */
    static MethodType ofFilter(String descriptor) {
        String type = eraseForFilter(descriptor);
        return MethodType.fromMethodDescriptorString("(" + OBJECT + type + ")" + type, null);
    }

    /** The method type of the sites that read a field: {@code (T)T}, or {@code (Object, T)T} for an instance's field. */
    static MethodType of(Class<?> fieldType, boolean isStatic) {
        String descriptor = descriptorOf(fieldType);
        Class<?> type = erase(descriptor).equals(descriptor) ? fieldType : Object.class;
        return isStatic ? MethodType.methodType(type, type) : MethodType.methodType(type, Object.class, type);
    }

    /** The descriptor of a type, {@code Ljava/lang/String;} for example. */
    public static String descriptorOf(Class<?> type) {
        return MethodType.methodType(type).toMethodDescriptorString().substring(2);
    }
}
