package io.reloadagent.trigger;

import io.reloadagent.report.Log;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * One client: its requests, one after the other, each with its answer, until it has nothing more to ask or was refused something; or who
 * goes on with it.
 */
final class Connection implements Runnable {

    /** For how long a client that was served may ask nothing. Longer than {@link Answer#KEEP_ALIVE_SECONDS}, which it is told. */
    static final Duration IDLE = Duration.ofSeconds(15);

    /** So that nobody stays for ever. */
    private static final int MOST_REQUESTS = 10_000;

    private static final int LINGER_MILLIS = 500;
    private static final int LINGER_BYTES = 64 * 1024;

    private final Socket accepted;
    private final Transport transport;
    private final Seats.Seat seat;
    private final Deadline deadline;
    private final Gate gate;
    private final Endpoints endpoints;
    private final Log log;
    private Socket socket;

    /** The head of the request that is being answered; null until it is read. */
    private RequestHead head;

    /** @param deadline running */
    Connection(
            Socket accepted,
            Transport transport,
            Seats.Seat seat,
            Deadline deadline,
            Gate gate,
            Endpoints endpoints,
            Log log) {
        this.accepted = accepted;
        this.transport = transport;
        this.seat = seat;
        this.deadline = deadline;
        this.gate = gate;
        this.endpoints = endpoints;
        this.log = log;
        this.socket = accepted;
    }

    @Override
    public void run() {
        boolean goesOn = false;
        try {
            accepted.setTcpNoDelay(true);
            socket = transport.open(accepted);
            goesOn = serve();
        } catch (IOException ended) {
            log.debug("HTTP connection from {} ended early", client(), ended);
        } finally {
            if (!goesOn) {
                close();
                deadline.stop();
            }
            seat.leave();
        }
    }

    /** Whether somebody else goes on with it. */
    private boolean serve() throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        for (int left = MOST_REQUESTS; left > 0; left--) {
            RequestReader reader = new RequestReader(in, out);
            Answer answer = answer(reader);
            boolean more = left > 1 && answer.mayBeFollowed() && head.mayBeFollowed() && reader.isAtEnd(head);
            deadline.start();
            answer.writeTo(out, head == null || !head.method().equals("HEAD"), more);
            if (answer.continuation() != null) {
                deadline.stop();
                return answer.continuation().take(new SocketStream(socket, accepted), deadline);
            }
            if (!more) {
                if (answer.isRefusal() || in.available() > 0) {
                    linger(in);
                }
                return false;
            }
            if (!awaitNext(in)) {
                return false;
            }
        }
        return false;
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException unclosable) {
            log.debug("HTTP connection from {} does not close", client(), unclosable);
        }
    }

    private Answer answer(RequestReader reader) throws IOException {
        head = null;
        try {
            head = reader.head();
            head = head.by(gate.admit(head, socket.getInetAddress()));
            seat.served();
            Endpoint endpoint = endpoints.at(head.path());
            gate.permit(head, endpoint.role(), socket.getInetAddress());
            return endpoint.answer(head, reader, client(), deadline);
        } catch (Refusal refusal) {
            return Answer.of(refusal);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            log.error("An HTTP request failed", failure);
            return Answer.of(new Refusal(500, "the request failed; the agent's log tells why"));
        }
    }

    /** False if the client has closed. */
    private boolean awaitNext(InputStream in) throws IOException {
        seat.idle();
        deadline.start(IDLE);
        in.mark(1);
        if (in.read() < 0) {
            return false;
        }
        in.reset();
        deadline.start();
        return true;
    }

    /** Reads what a refused client is still sending: closing at once could take the answer away from it. */
    private void linger(InputStream in) throws IOException {
        seat.idle();
        if (socket == accepted) {
            socket.shutdownOutput();
        }
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
        return accepted.getInetAddress().getHostAddress() + ":" + accepted.getPort();
    }
}
