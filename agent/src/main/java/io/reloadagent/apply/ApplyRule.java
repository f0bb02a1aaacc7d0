package io.reloadagent.apply;

import io.reloadagent.bind.ClassPattern;
import io.reloadagent.source.Document;
import io.reloadagent.source.Node;
import io.reloadagent.source.Path;
import io.reloadagent.source.SourceException;

/** Has a method of live instances called when a path changes. Immutable. */
public final class ApplyRule {

    /** What {@code type} says of a method without a parameter. */
    public static final String NO_PARAMETER = "none";

    private final Path path;
    private final ClassPattern classes;
    private final String method;
    private final String type;
    private final String getter;

    /**
     * Creates a rule.
     *
     * @param path what is followed, with all beneath it
     * @param classes the classes, by name; instances of their subclasses count as well
     * @param method the method's name
     * @param type the name of its parameter's type, {@code int} or {@code java.time.Duration} or {@code Duration}, or
     *     {@link #NO_PARAMETER}; null where there is one such method only
     * @param getter the name of a method that tells the value; null for that of the property, if there is one
     */
    public ApplyRule(Path path, ClassPattern classes, String method, String type, String getter) {
        this.path = path;
        this.classes = classes;
        this.method = method;
        this.type = type;
        this.getter = getter;
    }

    /** What is followed. */
    public Path path() {
        return path;
    }

    /** Whether it is for a class of this name. */
    public boolean coversClass(String className) {
        return classes.matches(className);
    }

    /** Whether it names its class, instead of having a pattern for several. */
    boolean namesOneClass() {
        return classes.isName();
    }

    String method() {
        return method;
    }

    /** Null where there is one method of the name only. */
    String type() {
        return type;
    }

    /** Null for that of the property. */
    String getter() {
        return getter;
    }

    /** The name under which a class takes part in reloads: {@code com.acme.Pool.setMaxSize}. */
    String nameFor(Class<?> owner) {
        return owner.getName() + "." + method;
    }

    /**
     * Whether a document has anything for it.
     *
     * @throws SourceException if what it has makes every reload fail
     */
    public boolean findsAnythingIn(Document document) throws SourceException {
        Node node = path.find(document.root());
        return node != null;
    }

    /** The name under which it takes part in reloads, where its class is no pattern. */
    @Override
    public String toString() {
        return classes + "." + method;
    }
}
