package io.reloadagent.bind;

import io.reloadagent.field.Cell;
import io.reloadagent.field.Version;
import io.reloadagent.source.Document;
import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a document would change in the version that is in force. Immutable. */
public final class ChangeSet {

    private final Version seen;
    private final Document document;
    private final Map<Class<?>, List<Change>> byOwner;
    private final List<Change> changes;
    /** Those of fields. */
    private final List<Change> ofFields;

    private final List<Path> restartRequired;
    private final List<Problem> unknown;
    private final Map<Cell, Object> overrides;
    private final List<Cell> resets;
    private final List<Effect> effects;

    ChangeSet(
            Version seen,
            Document document,
            Map<Class<?>, List<Change>> byOwner,
            List<Path> restartRequired,
            List<Problem> unknown,
            Map<Cell, Object> overrides,
            List<Cell> resets,
            Consequences others) {
        this.seen = seen;
        this.document = document;
        this.byOwner = Collections.unmodifiableMap(new LinkedHashMap<>(byOwner));
        this.ofFields = ofOwners(owner -> true);
        this.changes = with(others.changes());
        this.effects = Collections.unmodifiableList(new ArrayList<>(others.effects()));
        this.restartRequired = Collections.unmodifiableList(new ArrayList<>(restartRequired));
        this.unknown = Collections.unmodifiableList(new ArrayList<>(unknown));
        this.overrides = Collections.unmodifiableMap(new HashMap<>(overrides));
        this.resets = Collections.unmodifiableList(new ArrayList<>(resets));
    }

    private List<Change> with(List<Change> others) {
        Map<Path, Change> byPath = new TreeMap<>();
        ofFields.forEach(change -> byPath.put(change.path(), change));
        others.forEach(change -> byPath.putIfAbsent(change.path(), change));
        return Collections.unmodifiableList(new ArrayList<>(byPath.values()));
    }

    /** The version that it was computed from. */
    public Version seen() {
        return seen;
    }

    /** The document that it was computed for. */
    public Document document() {
        return document;
    }

    /** The changes of paths that something follows, in the order of paths. */
    public List<Change> changes() {
        return changes;
    }

    /** Those of paths to which dynamic fields are bound. */
    public List<Change> ofFields() {
        return ofFields;
    }

    /** What has to be done besides, in its order; unmodifiable. */
    public List<Effect> effects() {
        return effects;
    }

    /**
     * The changes of fields of some classes, in the order of paths; of fields that follow the same path, the first one's.
     *
     * @param owners tells of a class that declares dynamic fields whether it is one of them; is asked once a class
     */
    public List<Change> concerning(Predicate<Class<?>> owners) {
        Set<Class<?>> some = byOwner.keySet().stream().filter(owners).collect(Collectors.toSet());
        return some.size() == byOwner.size() ? ofFields : ofOwners(some::contains);
    }

    private List<Change> ofOwners(Predicate<Class<?>> owners) {
        Map<Path, Change> byPath = new TreeMap<>();
        byOwner.forEach((owner, itsChanges) -> {
            if (owners.test(owner)) {
                itsChanges.forEach(change -> byPath.putIfAbsent(change.path(), change));
            }
        });
        return Collections.unmodifiableList(new ArrayList<>(byPath.values()));
    }

    /** The changed paths that no dynamic field is bound to, in the order of the document. */
    public List<Path> restartRequired() {
        return restartRequired;
    }

    /** Keys that nothing follows, changed or not, each much like one that a dynamic field follows and the document lacks. */
    public List<Problem> unknown() {
        return unknown;
    }

    /** The new values, boxed, of the cells that get one. */
    public Map<Cell, Object> overrides() {
        return overrides;
    }

    /** The cells that go back to their field's own value. */
    public Collection<Cell> resets() {
        return resets;
    }

    /** Whether no dynamic field would read anything else, and nothing is to be done besides. */
    public boolean isEmpty() {
        return overrides.isEmpty() && resets.isEmpty() && effects.isEmpty();
    }
}
