package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the path that someone meant who wrote another: one that has nothing yet, in the same mapping under a similar name, or
 * under the same name in a similar mapping. Immutable.
 */
final class Misspelling {

    /** Two letters that changed places count twice; and nearly every short name is two letters away from another. */
    private static final int SHORT = 4;

    private static final int LETTERS_A_SLIP = 4;

    private final Map<List<String>, Map<String, Path>> byMapping = new HashMap<>();
    private final Map<String, Map<String, Path>> byName = new HashMap<>();

    /** @param candidates the paths that may have been meant */
    Misspelling(Collection<Path> candidates) {
        for (Path path : candidates) {
            if (!path.words().isEmpty()) {
                byMapping.computeIfAbsent(mapping(path), any -> new HashMap<>()).put(name(path), path);
                byName.computeIfAbsent(name(path), any -> new HashMap<>()).put(path.toString(), path);
            }
        }
    }

    /** The path that was meant; null if none is so similar. */
    Path of(Path written) {
        if (byName.isEmpty()) {
            return null;
        }
        Path sibling = nearest(name(written), byMapping.getOrDefault(mapping(written), Collections.emptyMap()));
        return sibling != null
                ? sibling
                : nearest(written.toString(), byName.getOrDefault(name(written), Collections.emptyMap()));
    }

    private static Path nearest(String text, Map<String, Path> candidates) {
        int most = text.length() <= SHORT ? 1 : Math.max(2, text.length() / LETTERS_A_SLIP);
        String nearest = Nearest.of(text, new ArrayList<>(candidates.keySet()), most);
        return nearest == null ? null : candidates.get(nearest);
    }

    private static List<String> mapping(Path path) {
        return path.words().subList(0, path.words().size() - 1);
    }

    private static String name(Path path) {
        return path.words().get(path.words().size() - 1);
    }
}
