package io.reloadagent.trigger;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A client at the other end of a connection. */
final class SocketStream implements ClientStream {

    private final Socket socket;
    private final Socket accepted;

    /** @param accepted is closed to end it: that waits for no write, as it would above TLS */
    SocketStream(Socket socket, Socket accepted) {
        this.socket = socket;
        this.accepted = accepted;
    }

    @Override
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public boolean isOpen() {
        return !accepted.isClosed();
    }

    @Override
    public void close() throws IOException {
        accepted.close();
    }
}
