package io.reloadagent.trigger;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A client at the other end of a connection. */
final class SocketStream implements ClientStream {

    private final Socket socket;

    SocketStream(Socket socket) {
        this.socket = socket;
    }

    @Override
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public boolean isOpen() {
        return !socket.isClosed();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
