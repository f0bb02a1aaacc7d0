package io.reloadagent.store;

import io.reloadagent.source.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What one file of the history says. Immutable. */
public final class Entry {

    private final Map<String, Object> told;
    private final Document document;
    private final Document initial;
    private final List<String> secretPaths;

    /**
     * An entry.
     *
     * @param told what happened, in types of the JDK that JSON has; without secrets; not changed afterwards
     * @param document what the version was made from; null if none was made
     * @param initial what the sources held when its JVM's agent started, as fields of the application that keep their own value until then
     *     need it; null for the same as the document
     * @param secretPaths the paths that were secret because of a field's type; copied
     */
    public Entry(Map<String, Object> told, Document document, Document initial, Collection<String> secretPaths) {
        this.told = Collections.unmodifiableMap(told);
        this.document = document;
        this.initial = initial;
        this.secretPaths = Collections.unmodifiableList(new ArrayList<>(secretPaths));
    }

    /** What happened, in types of the JDK; unmodifiable. */
    public Map<String, Object> told() {
        return told;
    }

    /** What the version was made from, withheld leaves in place of secrets; null if none was made. */
    public Document document() {
        return document;
    }

    /** What the sources held when its JVM's agent started; null for the same as the document. */
    public Document initial() {
        return initial;
    }

    /** The paths that were secret because of a field's type; unmodifiable. */
    public List<String> secretPaths() {
        return secretPaths;
    }
}
