package io.reloadagent.bind;

import io.reloadagent.source.Branch;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes fields of a class dynamic that knows nothing of the agent. Immutable. */
public final class Rule {

    private final ClassPattern classes;
    private final Prefix prefix;

    /** Null for all fields. */
    private final Map<String, Path> fields;

    private final boolean initialSource;

    /** The names of the fields whose values are amounts of data. */
    private final Set<String> sizes;

    /**
     * Creates a rule.
     *
     * @param classes which classes, by name
     * @param prefix what the paths of the fields begin with
     * @param fields the fields with their paths below the prefix; null for all, each under its own name
     * @param initialSource whether the source's value is in force from the start; otherwise the field's own is until the
     *     source changes
     */
    public Rule(ClassPattern classes, Prefix prefix, Map<String, Path> fields, boolean initialSource) {
        this.classes = classes;
        this.prefix = prefix;
        this.fields = fields == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.initialSource = initialSource;
        this.sizes = Collections.emptySet();
    }

    private Rule(Rule other, Set<String> sizes) {
        this.classes = other.classes;
        this.prefix = other.prefix;
        this.fields = other.fields;
        this.initialSource = other.initialSource;
        this.sizes = Collections.unmodifiableSet(new LinkedHashSet<>(sizes));
    }

    /** The same rule, with the names of those fields whose values are amounts of data, such as {@code 10MB}. */
    public Rule withSizes(Set<String> names) {
        return new Rule(this, names);
    }

    /** Whether the values of a field are amounts of data. */
    boolean isSize(String field) {
        return sizes.contains(field);
    }

    /** With the same prefix for all instances; empty for none. */
    public Rule(ClassPattern classes, Path prefix, Map<String, Path> fields, boolean initialSource) {
        this(classes, Prefix.of(prefix), fields, initialSource);
    }

    /** Whether the rule is for a class of this name, {@code com.acme.Main$Settings}. */
    public boolean coversClass(String className) {
        return classes.matches(className);
    }

    /** Whether the rule names its class, instead of having a pattern for several. */
    boolean namesOneClass() {
        return classes.isName();
    }

    /** The names that the rule's class may have; null if the rule has a pattern for several classes. */
    List<String> classNames() {
        return classes.names();
    }

    /** Whether the rule is for fields of this name, whatever the class. */
    public boolean coversField(String field) {
        return fields == null || fields.containsKey(field);
    }

    /** Whether the rule lists its fields, instead of taking all. */
    boolean listsFields() {
        return fields != null;
    }

    Prefix prefix() {
        return prefix;
    }

    /** Whether each instance has paths of its own. */
    boolean bindsInstances() {
        return prefix.isOfInstance();
    }

    /**
     * The paths that its fields follow; if it takes all fields or each instance has its own, the one that those paths begin
     * with.
     */
    public List<Path> paths() {
        return fields == null || bindsInstances()
                ? Collections.singletonList(prefix.common())
                : fields.keySet().stream().map(this::pathOf).collect(Collectors.toList());
    }

    /**
     * Whether a document has anything for its fields.
     *
     * @throws SourceException if what it has makes every reload fail: a path is given twice, or a value stands above it
     */
    public boolean findsAnythingIn(Document document) throws SourceException {
        for (Path path : paths()) {
            Node node = path.find(document.root());
            boolean above = fields == null || bindsInstances();
            if (above ? node instanceof Branch : node != null) {
                return true;
            }
        }
        return false;
    }

    /** The path of a field that is covered, unless each instance has its own. */
    Path pathOf(String field) {
        return prefix.path().child(relativePathOf(field).toString());
    }

    /** The path of a field that is covered, with the prefix as it was written where each instance has its own. */
    String describePathOf(String field) {
        return bindsInstances()
                ? prefix + "." + relativePathOf(field)
                : pathOf(field).toString();
    }

    /** The path of a field that is covered, below the prefix. */
    Path relativePathOf(String field) {
        return fields == null ? Path.of("").child(field) : fields.get(field);
    }

    /** Whether the path, or one above it, is that of a field that the rule may cover, its class loaded or not. */
    boolean mayBind(Path path) {
        Path below = prefix.below(path);
        return below != null && (fields == null || fields.values().stream().anyMatch(below::startsWith));
    }

    /** The fields that are named and that a class does not declare. */
    List<String> missing(Collection<String> declared) {
        return fields == null
                ? Collections.emptyList()
                : fields.keySet().stream()
                        .filter(field -> !declared.contains(field))
                        .collect(Collectors.toList());
    }

    boolean isInitialSource() {
        return initialSource;
    }

    @Override
    public String toString() {
        return "rule for " + classes;
    }
}
