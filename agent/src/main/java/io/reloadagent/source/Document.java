package io.reloadagent.source;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A source, or several merged ones, read whole and parsed. Immutable. */
public final class Document {

    private final String name;
    private final Branch root;

    /** Canonical. */
    private final Set<String> referredTo;

    /** Made when first asked for, by whichever thread; all make the same. */
    private volatile Index index;

    /**
     * @param name what people know it by, usually the file; never null
     * @param root its content; never null
     */
    public Document(String name, Branch root) {
        this(name, root, Collections.emptySet());
    }

    /** @param referredTo the canonical paths that references in its values lead to; copied */
    Document(String name, Branch root, Set<String> referredTo) {
        this.name = Objects.requireNonNull(name, "name");
        this.root = Objects.requireNonNull(root, "root");
        this.referredTo = Collections.unmodifiableSet(new HashSet<>(referredTo));
    }

    /** A document without any key. */
    public static Document empty(String name) {
        Origin origin = new Origin(name, 1, 1);
        return new Document(name, new Branch(origin, Collections.emptyMap(), Collections.emptyMap()));
    }

    /** What people know it by: the file; of several, their names joined by a comma. */
    public String name() {
        return name;
    }

    /** Whether the value at a path is part of another one, by a reference such as {@code ${database.host}}. */
    public boolean refersTo(Path path) {
        return referredTo.contains(path.toString());
    }

    /** The content; never null. */
    public Branch root() {
        return root;
    }

    /**
     * What the document has at a path, as {@link Path#find} says; quicker where many paths are looked for.
     *
     * @return the node, or null if there is none
     * @throws SourceException as {@link Path#find} does
     */
    public Node find(Path path) throws SourceException {
        Node node = index().find(path);
        return node == null ? path.find(root) : node;
    }

    Index index() {
        Index known = index;
        if (known == null) {
            known = new Index(root);
            index = known;
        }
        return known;
    }

    /** A document of the same name that leads to the same paths, with another content. */
    Document withRoot(Branch other) {
        return new Document(name, other, referredTo);
    }

    /**
     * This document with another laid over it. Where both have the same path, however it is spelled, branches merge, and leaves and
     * sequences of the other replace those of this one under the key that this one uses.
     */
    public Document overlaidBy(Document later) {
        return new Document(name + ", " + later.name, Overlay.of(root, later.root), referredToWith(later));
    }

    /**
     * This document, but with all that is at or beneath some paths taken from another: what that lacks there, the result lacks as well.
     *
     * @param sections not null
     */
    public Document with(Document other, Collection<Path> sections) {
        Branch mixed = Overlay.of(Part.without(root, sections), Part.within(other.root, sections));
        return new Document(other.name, mixed, referredToWith(other));
    }

    /** The canonical paths of leaves at which another document holds something else, or only one of both holds anything; in their order. */
    public List<Path> differences(Document other) {
        if (other == this) {
            return Collections.emptyList();
        }
        Map<String, Node> mine = Leaves.of(root);
        Map<String, Node> theirs = Leaves.of(other.root);
        Set<String> paths = new TreeSet<>(mine.keySet());
        paths.addAll(theirs.keySet());
        paths.removeIf(path -> Objects.equals(mine.get(path), theirs.get(path)));
        return paths.stream().map(path -> Path.of("").child(path)).collect(Collectors.toList());
    }

    /** An equal document that shares with another one all parts which are equal in both; they have that one's places. */
    public Document sharing(Document other) {
        return new Document(name, (Branch) Shared.of(root, other.root), referredTo);
    }

    private Set<String> referredToWith(Document other) {
        Set<String> all = new HashSet<>(referredTo);
        all.addAll(other.referredTo);
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
