package io.reloadagent.bind;

import io.reloadagent.source.Path;
import io.reloadagent.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a document means for all that is no field. For one comparison, by one thread. */
public final class Consequences {

    /** The paths that fields follow. */
    private final Set<String> ofFields;

    private final Set<String> followed;
    private final Set<Path> unset = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Consequences(Set<String> ofFields) {
        this.ofFields = ofFields;
        this.followed = new HashSet<>(ofFields);
    }

    /** Whether a field follows the path. */
    public boolean isFollowedByField(Path path) {
        return ofFields.contains(path.toString());
    }

    /** A path that is followed, with all beneath it: a change of it needs no restart. */
    public void follow(Path path) {
        followed.add(path.toString());
    }

    /** The document has nothing at a path that is followed. */
    public void unset(Path path) {
        unset.add(path);
    }

    /** A path has another value, of the type in which it is used. */
    public void change(Change change) {
        changes.add(change);
    }

    /** Something is to be done. */
    public void effect(Effect effect) {
        effects.add(effect);
    }

    /** The document must be refused. */
    public void problems(Collection<Problem> found) {
        problems.addAll(found);
    }

    Set<String> followed() {
        return Collections.unmodifiableSet(followed);
    }

    Set<Path> unset() {
        return unset;
    }

    List<Change> changes() {
        return changes;
    }

    List<Effect> effects() {
        return effects;
    }

    List<Problem> problems() {
        return problems;
    }
}
