package io.reloadagent.bind;

import io.reloadagent.api.SecretValue;
import java.lang.reflect.Array;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** What is in a converted value, as lists, maps and scalars that can be compared. */
final class Plain {

    private Plain() {}

    static Object of(Object value) {
        if (value instanceof Collection<?> collection) {
            List<Object> items = new ArrayList<>();
            collection.forEach(item -> items.add(of(item)));
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            map.forEach((key, each) -> entries.put(key, of(each)));
            return entries;
        }
        if (value != null && value.getClass().isArray()) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(of(Array.get(value, i)));
            }
            return items;
        }
        return ofSingle(value);
    }

    private static Object ofSingle(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(content -> List.of(of(content))).orElse(null);
        }
        if (value instanceof AtomicReference<?> reference) {
            return of(reference.get());
        }
        boolean hasNoEquals = value instanceof AtomicInteger
                || value instanceof AtomicLong
                || value instanceof AtomicBoolean
                || value instanceof AtomicIntegerArray
                || value instanceof AtomicLongArray
                || value instanceof Pattern
                || value instanceof URL; // whose equals asks the network
        return hasNoEquals ? value.toString() : value;
    }

    /** A collection or map in a value, at any depth, that can be modified; null if there is none. Secrets have none. */
    static Object findModifiable(Object value) {
        if (value instanceof SecretValue || value == null) {
            return null;
        }
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return isUnmodifiable(value) ? findModifiableWithin(value) : value;
        }
        if (value instanceof Optional<?> optional) {
            return findModifiable(optional.orElse(null));
        }
        return value instanceof AtomicReference<?> reference ? findModifiable(reference.get()) : null;
    }

    private static Object findModifiableWithin(Object value) {
        Collection<?> contents = value instanceof Map<?, ?> map ? map.values() : (Collection<?>) value;
        for (Object content : contents) {
            Object found = findModifiable(content);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static boolean isUnmodifiable(Object value) {
        String type = value.getClass().getName();
        return type.startsWith("java.util.Collections$") || type.startsWith("java.util.ImmutableCollections$");
    }
}
