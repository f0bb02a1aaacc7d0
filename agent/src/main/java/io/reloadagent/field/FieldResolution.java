package io.reloadagent.field;

import java.lang.reflect.Field;

/** Finds the field that a read means. */
public final class FieldResolution {

    private FieldResolution() {}

    /**
     * Finds the field that a read resolves to; JVM specification, section 5.4.3.2.
     *
     * @param owner the class that the read names: the one that declares the field, or a subclass
     * @return null if there is none
     */
    public static Field find(String name, Class<?> owner, String descriptor) {
        for (Class<?> type = owner; type != null; type = type.getSuperclass()) {
            Field field = declared(name, type, descriptor);
            for (Class<?> parent : type.getInterfaces()) {
                field = field == null ? find(name, parent, descriptor) : field;
            }
            if (field != null) {
                return field;
            }
        }
        return null;
    }

    private static Field declared(String name, Class<?> type, String descriptor) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(name)
                    && SiteType.descriptorOf(field.getType()).equals(descriptor)) {
                return field;
            }
        }
        return null;
    }
}
