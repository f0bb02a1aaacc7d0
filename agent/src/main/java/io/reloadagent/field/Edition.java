package io.reloadagent.field;

import java.util.Collection;
import java.util.Map;

/**
 * One version for as long as anyone reads it: in force, a candidate, or an earlier one that is still pinned. Fields that
 * are linked meanwhile are added to it.
 */
final class Edition {

    /** Replaced under the lock of {@link Versions}, by one that knows more cells; read by every thread that reads open cells. */
    private volatile Version version;

    /** Set once, by the coordinator. */
    private volatile boolean withdrawn;

    /** Set once, under the lock of {@link Versions}. */
    private boolean doubtful;

    /** Set once, by a thread that pins it. */
    private volatile boolean handedOn;

    Edition(Version version) {
        this.version = version;
    }

    Version version() {
        return version;
    }

    void replace(Version same) {
        version = same;
    }

    void add(Collection<Cell> newCells, Map<Cell, Object> overrides) {
        version = version.with(newCells, overrides);
    }

    /** Whether it was a candidate that will never be in force: whoever still sees it is to see what is in force. */
    boolean isWithdrawn() {
        return withdrawn;
    }

    void withdraw() {
        withdrawn = true;
    }

    /** Whether it would change more than what was accepted. */
    boolean isDoubtful() {
        return doubtful;
    }

    void doubt() {
        doubtful = true;
    }

    /** Whether somebody may still turn up with it, on any thread, as long as it is reachable. */
    boolean isHandedOn() {
        return handedOn;
    }

    void handOn() {
        handedOn = true;
    }
}
