package io.reloadagent.field;

import java.util.List;
import java.util.Map;

/** In which order a swap does its two steps. */
enum SwapOrder {
    /** As the agent does it. */
    OPEN_THEN_PUBLISH {
        @Override
        void swap(Versions versions, Map<Cell, Object> overrides) {
            Swap swap = Swap.open(versions, versions.current(), new Object(), overrides, List.of());
            swap.commit();
            Reads.settle(versions, swap.changed());
        }
    },

    /** Wrong: while the first cell is open, and shows the new version, the second is still an old constant. */
    PUBLISH_THEN_OPEN {
        @Override
        void swap(Versions versions, Map<Cell, Object> overrides) {
            Version seen = versions.current();
            versions.propose(seen, new Object(), seen.values().with(overrides));
            versions.commit();
            overrides.keySet().forEach(Cell::open);
            Reads.settle(versions, overrides.keySet());
        }
    };

    /** Puts the overrides in force; returns when the cells are settled again. */
    abstract void swap(Versions versions, Map<Cell, Object> overrides);
}
