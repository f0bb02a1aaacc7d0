package io.reloadagent.trigger;

import io.reloadagent.report.Log;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** One client: one request, one answer, the end; or who goes on with it. */
final class Connection implements Runnable {

    private static final int LINGER_MILLIS = 500;
    private static final int LINGER_BYTES = 64 * 1024;

    private final Socket socket;
    private final Deadline deadline;
    private final Gate gate;
    private final Endpoints endpoints;
    private final Log log;
    private boolean wantsBody = true;

    Connection(Socket socket, Deadline deadline, Gate gate, Endpoints endpoints, Log log) {
        this.socket = socket;
        this.deadline = deadline;
        this.gate = gate;
        this.endpoints = endpoints;
        this.log = log;
    }

    @Override
    public void run() {
        boolean goesOn = false;
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            RequestReader reader = new RequestReader(in, socket.getOutputStream());
            Answer answer = answer(reader);
            deadline.start();
            answer.writeTo(socket.getOutputStream(), wantsBody);
            if (answer.continuation() == null) {
                if (answer.isRefusal() || in.available() > 0) {
                    linger(in); // else all was read, and a browser that opens many connections needs the thread
                }
            } else {
                deadline.stop();
                goesOn = answer.continuation().take(new SocketStream(socket), deadline);
            }
        } catch (IOException ended) {
            log.debug("HTTP connection from {} ended early", client(), ended);
        } finally {
            deadline.stop();
            if (!goesOn) {
                close();
            }
        }
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException unclosable) {
            log.debug("HTTP connection from {} does not close", client(), unclosable);
        }
    }

    private Answer answer(RequestReader reader) throws IOException {
        try {
            RequestHead head = reader.head();
            wantsBody = !head.method().equals("HEAD");
            gate.admit(head, socket.getInetAddress());
            return endpoints.at(head.path()).answer(head, reader, client(), deadline);
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            log.error("An HTTP request failed", failure);
            return Answer.of(new Refusal(500, "the request failed; the agent's log tells why"));
        }
    }

    /** Reads what a refused client is still sending: closing at once could take the answer away from it. */
    private void linger(InputStream in) throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout(LINGER_MILLIS);
        byte[] ignored = new byte[4096];
        try {
            int left = LINGER_BYTES;
            for (int read = in.read(ignored); read >= 0 && left > 0; read = in.read(ignored)) {
                left -= read;
            }
        } catch (SocketTimeoutException quiet) {
            log.trace("HTTP client {} left the connection open", client());
        }
    }

    private String client() {
        return socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
    }
}
