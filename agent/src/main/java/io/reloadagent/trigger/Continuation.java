package io.reloadagent.trigger;

/** Goes on with a connection, after the head of its answer was written. */
interface Continuation {

    /**
     * Takes a connection over.
     *
     * @param deadline of the connection, stopped
     * @return false if it cannot: the connection is then to be closed by the caller
     */
    boolean take(ClientStream client, Deadline deadline);
}
