package io.reloadagent.field;

import java.util.Collection;
import java.util.Map;

/** What a swap is about to put in force. Only the threads of its scope see it. Immutable. */
final class Candidate {

    private final Object basis;
    private final Values values;
    private final Scope scope;

    Candidate(Object basis, Values values, Scope scope) {
        this.basis = basis;
        this.values = values;
        this.scope = scope;
    }

    Object basis() {
        return basis;
    }

    Values values() {
        return values;
    }

    boolean isVisibleTo(Thread thread) {
        return scope.includes(thread);
    }

    Candidate with(Collection<Cell> newCells, Map<Cell, Object> overrides) {
        return new Candidate(basis, values.knowing(newCells).with(overrides), scope);
    }
}
