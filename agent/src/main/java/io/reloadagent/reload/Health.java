package io.reloadagent.reload;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One answer to the question how the agent is. Immutable. */
public final class Health {

    private final State state;
    private final List<String> problems;

    /**
     * A state, and why not all is well.
     *
     * @param problems a sentence each, secrets masked; empty if all is well; copied
     */
    public Health(State state, List<String> problems) {
        this.state = state;
        this.problems = Collections.unmodifiableList(new ArrayList<>(problems));
    }

    /** In a word. */
    public State state() {
        return state;
    }

    /** Why not all is well, a sentence each; unmodifiable, empty if all is. */
    public List<String> problems() {
        return problems;
    }

    /** Whether what the sources hold is in force, as far as anybody asked for it, and every module is in step with it. */
    public boolean isUp() {
        return problems.isEmpty();
    }
}
