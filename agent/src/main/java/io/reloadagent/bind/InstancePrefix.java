package io.reloadagent.bind;

import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import io.reloadagent.source.SourceException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A prefix that names fields of a class, and how their values are read: by reflection, so each its own. Thread-safe. */
final class InstancePrefix {

    private final Class<?> type;
    private final Prefix prefix;
    private final Map<String, Field> fields;
    private final BiConsumer<Object, SourceException> refused;
    private final AtomicBoolean said = new AtomicBoolean();

    private InstancePrefix(
            Class<?> type, Prefix prefix, Map<String, Field> fields, BiConsumer<Object, SourceException> refused) {
        this.type = type;
        this.prefix = prefix;
        this.fields = fields;
        this.refused = refused;
    }

    /**
     * Looks the fields up.
     *
     * @param open makes the fields of a class, if it belongs to a named module, accessible by reflection
     * @param refused is told, once, of an instance that has no such path
     * @return null if the class has no such fields, of which {@code refused} is told
     */
    static InstancePrefix of(
            Class<?> type, Prefix prefix, Consumer<Class<?>> open, BiConsumer<Object, SourceException> refused) {
        Map<String, Field> fields = new HashMap<>();
        try {
            for (String name : prefix.fields()) {
                Field field = find(type, name);
                if (field == null) {
                    refused.accept("each instance of " + type.getName(), problem(prefix, missing(type, name)));
                    return null;
                }
                open.accept(field.getDeclaringClass());
                field.setAccessible(true);
                fields.put(name, field);
            }
        } catch (RuntimeException denied) {
            refused.accept("each instance of " + type.getName(), problem(prefix, "no access to a field: " + denied));
            return null;
        }
        return new InstancePrefix(type, prefix, Collections.unmodifiableMap(fields), refused);
    }

    private static Field find(Class<?> type, String name) {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    private static String missing(Class<?> type, String name) {
        List<String> known = new ArrayList<>();
        for (Class<?> declaring = type; declaring != Object.class && declaring != null; ) {
            for (Field field : declaring.getDeclaredFields()) {
                known.add(field.getName());
            }
            declaring = declaring.getSuperclass();
        }
        String nearest = Nearest.of(name, known);
        return "the class has no field '" + name + "'"
                + (nearest == null ? ", only " + known : "; did you mean '" + nearest + "'?");
    }

    /** The path of an instance; null if the values that its fields have now make none. May call their {@code toString}. */
    Path of(Object instance) {
        try {
            return prefix.path(name -> text(instance, name));
        } catch (RuntimeException e) {
            if (said.compareAndSet(false, true)) {
                refused.accept("an instance of " + type.getName(), problem(prefix, e.getMessage()));
            }
            return null;
        }
    }

    private String text(Object instance, String name) {
        Object value;
        try {
            value = fields.get(name).get(instance);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("no access to the field '" + name + "': " + e.getMessage(), e);
        }
        if (value == null) {
            throw new IllegalArgumentException(
                    "the field '" + name + "' is null when the constructor ends; further ones are not reported");
        }
        String text = value.toString();
        if (text == null || text.isEmpty()) {
            throw new IllegalArgumentException(
                    "the field '" + name + "' is empty when the constructor ends; further ones are not reported");
        }
        return text;
    }

    private static SourceException problem(Prefix prefix, String message) {
        return new SourceException(
                SourceException.Kind.INVALID,
                Collections.singletonList(new Problem(null, prefix.toString(), String.valueOf(message))));
    }
}
