package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.List;

/** The constants of an enum, found by name however it is written: {@code read-only} is {@code READ_ONLY}. */
final class EnumNames {

    private static final int MOST_LISTED = 20;

    private final Class<?> type;

    EnumNames(Class<?> type) {
        this.type = type;
    }

    /** The constant; null if there is none, or several of which none is written exactly so. */
    Object find(String name) {
        List<Object> matches = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            String itsName = ((Enum<?>) constant).name();
            if (itsName.equals(name)) {
                return constant;
            }
            if (Path.canonicalWord(itsName).equals(Path.canonicalWord(name))) {
                matches.add(constant);
            }
        }
        return matches.size() == 1 ? matches.get(0) : null;
    }

    /** As in "expected one of READ_ONLY, READ_WRITE". */
    String description() {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        int listed = Math.min(names.size(), MOST_LISTED);
        return "one of " + String.join(", ", names.subList(0, listed)) + (listed < names.size() ? ", ..." : "");
    }
}
