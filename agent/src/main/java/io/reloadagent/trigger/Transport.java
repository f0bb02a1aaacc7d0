package io.reloadagent.trigger;

import java.io.IOException;
import java.net.Socket;

/** How a connection is talked over. Thread-safe. */
interface Transport {

    /** As it is. */
    Transport PLAIN = accepted -> accepted;

    /**
     * Makes a connection ready to be talked over; waits for the client.
     *
     * @return the accepted socket itself, or another one above it, that closes it
     */
    Socket open(Socket accepted) throws IOException;
}
