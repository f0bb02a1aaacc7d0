package io.reloadagent.field;

/** What is in force; while a swap is under way, its candidate; and whether some thread may see another version. Immutable. */
final class Moment {

    final Edition inForce;

    /** Null outside a swap. */
    final Edition candidate;

    /** While false, readers need not ask who they are. */
    final boolean viewed;

    Moment(Edition inForce, Edition candidate, boolean viewed) {
        this.inForce = inForce;
        this.candidate = candidate;
        this.viewed = viewed;
    }
}
