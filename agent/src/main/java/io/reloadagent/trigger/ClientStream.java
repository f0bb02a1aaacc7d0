package io.reloadagent.trigger;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Where a client is told more, after the head of an answer. Closed by whichever side has enough; thread-safe. */
interface ClientStream extends Closeable {

    /** Each write is one piece that the client can use. */
    OutputStream out() throws IOException;

    /** Whether the client is there, as far as it can be known. */
    boolean isOpen();
}
