package io.reloadagent.reload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Masks the texts in maps and lists of the JDK's types, but for those that no application or person has written. */
final class MaskedTexts {

    private static final Set<String> OURS = Collections.unmodifiableSet(new HashSet<>(
            Arrays.asList("time", "reloadId", "outcome", "trigger", "path", "restartRequired", "sections")));

    private MaskedTexts() {}

    /** A copy of a map with its texts masked. */
    static <K> Map<K, Object> in(Map<K, ?> map, UnaryOperator<String> mask) {
        Map<K, Object> masked = new LinkedHashMap<>();
        map.forEach((key, value) -> masked.put(key, OURS.contains(key) ? value : of(value, mask)));
        return masked;
    }

    /** A value with its texts masked: a text, a list or a map; anything else as it is. */
    static Object of(Object value, UnaryOperator<String> mask) {
        if (value instanceof String) {
            return mask.apply((String) value);
        }
        if (value instanceof List) {
            List<Object> masked = new ArrayList<>();
            ((List<?>) value).forEach(item -> masked.add(of(item, mask)));
            return masked;
        }
        if (value instanceof Map) {
            return in((Map<?, ?>) value, mask);
        }
        return value;
    }
}
