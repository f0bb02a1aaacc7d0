package io.reloadagent.trigger;

import io.reloadagent.report.Log;
import io.reloadagent.settings.HttpAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/**
 * Reloads and rolls back by {@code POST}, tells the status, the history, events and metrics by {@code GET}, at a loopback address, for who shows the token. Whatever keeps it from listening is one line in the log; everything else of the agent goes on. Thread-safe.
 */
public final class HttpTrigger implements AutoCloseable {

    private static final int BACKLOG = 16;

    private final String address;
    private final TokenFile tokenFile;
    private final Operations operations;
    private final ReloadCall reload;
    private final Log log;
    private HttpListener listener;
    private EventStreams streams;

    /**
     * A trigger that does not listen yet.
     *
     * @param address the setting {@code http.address}: {@code 127.0.0.1:7099}, {@code [::1]:7099}, port 0 for any free
     *     one; empty: {@link #start} does nothing
     * @param tokenFile read once, by {@link #start}
     * @param operations what it asks the agent for
     * @param reloadTimeout how long a reload may take; clients wait a little longer
     */
    public HttpTrigger(String address, TokenFile tokenFile, Operations operations, Duration reloadTimeout, Log log) {
        this.address = address;
        this.tokenFile = tokenFile;
        this.reload = new ReloadCall(operations, reloadTimeout, log);
        this.operations = operations;
        this.log = log;
    }

    /** Listens, or says in the log why not. Does nothing if it listens already. */
    public synchronized void start() {
        if (address.isEmpty() || listener != null) {
            return;
        }
        try {
            HttpAddress parsed = HttpAddress.parse(address);
            BearerToken token = new BearerToken(tokenFile.read());
            listener = listen(parsed, token);
            log.info("HTTP listens at {}, token in {}", parsed.withPort(listener.port()), tokenFile);
        } catch (IllegalArgumentException | IOException | SecurityException failure) {
            log.warn("HTTP is off: {}", failure.getMessage());
        }
    }

    private HttpListener listen(HttpAddress parsed, BearerToken token) throws IOException {
        ServerSocket server = bind(parsed.socketAddress());
        Gate gate = new Gate(
                parsed.hostHeaders(server.getLocalPort()), token, new RefusalLimit(System::nanoTime), operations, log);
        streams = EventStreams.of(operations, log);
        HttpListener fresh = new HttpListener(server, gate, Endpoints.of(operations, reload, streams, log), log);
        fresh.start();
        return fresh;
    }

    private ServerSocket bind(InetSocketAddress socketAddress) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.bind(socketAddress, BACKLOG);
            return server;
        } catch (IOException taken) {
            server.close();
            throw new IOException(
                    "cannot listen at " + address + " (" + taken.getMessage() + "); choose another port in"
                            + " http.address, 0 for any free one",
                    taken);
        }
    }

    /** The port in use, also if the address has port 0; -1 when it does not listen. */
    public synchronized int port() {
        return listener == null ? -1 : listener.port();
    }

    /** Stops listening. Closing again does nothing; it can be started again. */
    @Override
    public synchronized void close() {
        if (listener != null) {
            listener.close();
            listener = null;
            streams.close();
        }
    }
}
