package io.reloadagent.bind;

/**
 * One thing that a change does besides to give fields other values: a method of an application is called, levels of loggers are set.
 * Made for one attempt. Both methods run the application's code, on threads for that; the second may be called while the first, which was
 * given up, still runs.
 */
public interface Effect {

    /** What takes part in the reload: {@code com.acme.Pool.setMaxSize}. */
    String name();

    /**
     * Does it. What was done before an exception is undone by {@link #undo}.
     *
     * @throws Exception what the application's code throws
     */
    void apply() throws Exception;

    /**
     * Undoes what has been done, last first, and keeps an {@link #apply} that still runs from doing more.
     *
     * @throws Exception if not all of it could be undone
     */
    void undo() throws Exception;
}
