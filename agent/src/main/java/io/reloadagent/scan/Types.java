package io.reloadagent.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Who extends whom, of all classes of an archive, by internal names. For one thread. */
final class Types {

    private static final String[] NONE = {};
    private static final int DEEPEST = 200;

    private final Map<String, String> superNames = new HashMap<>();
    private final Map<String, String[]> interfaces = new HashMap<>();
    private final Set<String> enums = new HashSet<>();

    void add(ClassHead head) {
        superNames.put(head.name, head.superName);
        if (head.interfaces.length > 0) {
            interfaces.put(head.name, head.interfaces);
        }
        if (head.isEnum()) {
            enums.add(head.name);
        }
    }

    int size() {
        return superNames.size();
    }

    Set<String> names() {
        return superNames.keySet();
    }

    boolean isEnum(String name) {
        return enums.contains(name);
    }

    /** Null if nobody knows, or there is none. */
    String superOf(String name) {
        return superNames.get(name);
    }

    /** Whether a class is another, or extends it. */
    boolean isOrExtends(String name, String other) {
        String type = name;
        for (int i = 0; type != null && i < DEEPEST; i++) {
            if (type.equals(other)) {
                return true;
            }
            type = superNames.get(type);
        }
        return false;
    }

    /** Whether a class extends another or implements it, at whatever distance. */
    boolean isKindOf(String name, String other) {
        return isKindOf(name, other, DEEPEST);
    }

    private boolean isKindOf(String name, String other, int depth) {
        if (name == null || depth == 0) {
            return false;
        }
        if (name.equals(other) || isKindOf(superNames.get(name), other, depth - 1)) {
            return true;
        }
        for (String type : interfaces.getOrDefault(name, NONE)) {
            if (isKindOf(type, other, depth - 1)) {
                return true;
            }
        }
        return false;
    }
}
