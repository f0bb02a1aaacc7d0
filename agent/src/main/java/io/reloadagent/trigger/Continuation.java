package io.reloadagent.trigger;

import java.net.Socket;

/** Goes on with a connection, after the head of its answer was written. */
interface Continuation {

    /**
     * Takes a connection over.
     *
     * @param deadline of the connection, stopped
     * @return false if it cannot: the connection is then to be closed by the caller
     */
    boolean take(Socket socket, Deadline deadline);
}
