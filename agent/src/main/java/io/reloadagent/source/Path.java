package io.reloadagent.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The dot-separated name of a part of a document in canonical form: {@code database.max_conns}, however its words are written there.
 * Two paths are equal when their canonical forms are. What follows {@code loggers.} is the name of a logger, kept as it is written and
 * one name, whatever dots it has. Immutable.
 */
public final class Path implements Comparable<Path> {

    private static final Path ROOT = new Path(Collections.emptyList());

    private final List<String> words;
    private final String text;

    private Path(List<String> words) {
        this.words = Collections.unmodifiableList(words);
        this.text = String.join(".", words);
    }

    /**
     * @param dotted such as {@code database.maxConns}; the empty text is the whole document
     * @throws IllegalArgumentException if nothing stands before, after or between two dots
     */
    public static Path of(String dotted) {
        if (dotted.isEmpty()) {
            return ROOT;
        }
        if (!isValid(dotted)) {
            throw new IllegalArgumentException("'" + dotted + "' is no path: a name is missing beside a dot");
        }
        return ROOT.child(dotted);
    }

    /** Whether {@link #of} takes a text. */
    public static boolean isValid(String dotted) {
        return dotted.isEmpty() || !Arrays.asList(dotted.split("\\.", -1)).contains("");
    }

    /** One name as lower-case words joined by _: {@code maxConns}, {@code max-conns} and {@code MAX_CONNS} give max_conns. */
    public static String canonicalWord(String name) {
        return Words.canonical(name);
    }

    /** This path with a key of a document appended; a key may hold dots itself. */
    public Path child(String key) {
        if (!words.isEmpty() && words.get(0).equals(LoggerNames.SECTION)) {
            return logger(words.size() == 1 ? key : words.get(1) + '.' + key);
        }
        Key written = Key.of(key);
        boolean several = written.words().size() > 1;
        if (words.isEmpty() && several && written.words().get(0).equals(LoggerNames.SECTION)) {
            return logger(written.after(1));
        }
        List<String> longer = new ArrayList<>(words);
        longer.addAll(written.words());
        return new Path(longer);
    }

    private static Path logger(String name) {
        return new Path(Arrays.asList(LoggerNames.SECTION, LoggerNames.name(name)));
    }

    /** True if the other path is this one or one above it. */
    public boolean startsWith(Path other) {
        return words.size() >= other.words.size()
                && words.subList(0, other.words.size()).equals(other.words);
    }

    /** The canonical names in order; unmodifiable; empty for the whole document. */
    public List<String> words() {
        return words;
    }

    /**
     * What the document has at this path, whether its keys are nested or hold dots. Mappings that are written in several places
     * ({@code server: {port: 1}} and {@code server.host: h}) come as one.
     *
     * @param root where the path begins; never null
     * @return the node, or null if there is none
     * @throws SourceException if different keys name this path, such as {@code maxConns} and {@code max-conns}, with the places of both, or if a
     *     value stands where the path needs a mapping; a key without a value is as good as no key
     */
    public Node find(Branch root) throws SourceException {
        return Lookup.find(root, this);
    }

    @Override
    public int compareTo(Path other) {
        return text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path && text.equals(((Path) other).text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The canonical form: {@code database.max_conns}; empty for the whole document. */
    @Override
    public String toString() {
        return text;
    }
}
