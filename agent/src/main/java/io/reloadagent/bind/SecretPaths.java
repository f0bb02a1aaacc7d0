package io.reloadagent.bind;

import io.reloadagent.source.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells whose values must never be shown: the paths that match one of some patterns, and all that is beneath them. In a pattern {@code *}
 * is any one name and {@code **} any number of names, none included; names are compared in canonical form. {@code **.password} is any
 * path whose last name is password. Paths whose fields are of a type that is secret are added when they become known. Thread-safe.
 */
public final class SecretPaths implements Predicate<Path> {

    private static final String MASKED = "***";

    private final List<List<String>> patterns = new ArrayList<>();

    /** In canonical form. */
    private final Set<String> added = ConcurrentHashMap.newKeySet();

    /**
     * @param globs such as {@code **.password} or {@code database.*.apiKey}
     * @throws IllegalArgumentException if a pattern is empty, has nothing beside a dot, or a star within a name
     */
    public SecretPaths(Iterable<String> globs) {
        for (String glob : globs) {
            patterns.add(words(glob));
        }
    }

    /** Is run, by whichever thread, when one more path has become secret. Set before fields are read; read by the threads that read them. */
    private volatile Runnable grown = () -> {};

    /** Makes one more path secret, with all beneath it. */
    void add(Path path) {
        if (added.add(path.toString())) {
            grown.run();
        }
    }

    /** Has something run, by whichever thread, when a path has become secret because of a field's type. */
    public void onGrowth(Runnable told) {
        grown = told;
    }

    /** The paths that are secret because of a field's type, so far; a copy. */
    public Set<Path> ofTypes() {
        return added.stream().map(Path.of("")::child).collect(Collectors.toSet());
    }

    /** True if the path is, or is beneath, one that matches a pattern or was added. */
    @Override
    public boolean test(Path path) {
        return isAdded(path) || patterns.stream().anyMatch(pattern -> matches(pattern, path.words()));
    }

    private boolean isAdded(Path path) {
        String text = path.toString();
        for (int dot = text.indexOf('.'); dot >= 0 && !added.isEmpty(); dot = text.indexOf('.', dot + 1)) {
            if (added.contains(text.substring(0, dot))) {
                return true;
            }
        }
        return added.contains(text);
    }

    /**
     * A path for people: from the first secret path on, what is beneath it is not shown.
     *
     * @param secret tells whose values must not be shown
     * @return {@code db.password.***} for {@code db.password.old.hash}, if {@code db.password} is secret
     */
    public static String shown(Path path, Predicate<Path> secret) {
        Path above = Path.of("");
        for (String word : path.words()) {
            if (secret.test(above)) {
                return above.words().isEmpty() ? MASKED : above + "." + MASKED;
            }
            above = above.child(word);
        }
        return path.toString();
    }

    private static List<String> words(String glob) {
        List<String> words = new ArrayList<>();
        for (String part : Arrays.asList(glob.split("\\.", -1))) {
            boolean star = part.equals("*") || part.equals("**");
            if (part.isEmpty() || (!star && part.indexOf('*') >= 0)) {
                throw new IllegalArgumentException(
                        "'" + glob
                                + "' is no pattern of paths: write names, * for one name and ** for any number of names, with dots between");
            }
            words.add(star ? part : Path.canonicalWord(part));
        }
        return words;
    }

    private static boolean matches(List<String> pattern, List<String> words) {
        if (pattern.isEmpty()) {
            return true;
        }
        String first = pattern.get(0);
        List<String> rest = pattern.subList(1, pattern.size());
        if (first.equals("**")) {
            return matches(rest, words) || (!words.isEmpty() && matches(pattern, words.subList(1, words.size())));
        }
        boolean same = !words.isEmpty() && (first.equals("*") || first.equals(words.get(0)));
        return same && matches(rest, words.subList(1, words.size()));
    }
}
