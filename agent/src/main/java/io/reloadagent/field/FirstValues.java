package io.reloadagent.field;

import java.util.Map;

/** What cells have that are about to be registered. Both methods are called without a lock, and may be called again. */
public interface FirstValues {

    /**
     * The values, boxed, by which a version overrides the fields; a cell without one keeps its own.
     *
     * @param basis that of the version
     */
    Map<Cell, Object> of(Object basis);

    /**
     * Whether a swap from one version to another changes anything for the cells: such a swap has not been accepted by those
     * who should, and must not be committed.
     *
     * @param before the basis of the version in force
     * @param after the basis of the candidate
     */
    default boolean differ(Object before, Object after) {
        return true;
    }

    /** The cells keep the fields' own values until the next reload: what they begin with changed each time before it was found out. */
    default void givenUp() {}
}
