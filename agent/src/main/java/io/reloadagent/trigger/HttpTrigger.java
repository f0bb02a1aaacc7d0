package io.reloadagent.trigger;

import io.reloadagent.report.Log;
import io.reloadagent.settings.HttpAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/**
 * Reloads and rolls back by {@code POST}, tells the status, the history, events and metrics by {@code GET}, for who shows a token: at a
 * loopback address, or with TLS at any. Whatever keeps it from listening is one line in the log; everything else of the agent goes on.
 * Thread-safe.
 */
public final class HttpTrigger implements AutoCloseable {

    /** Many may come at once, and who finds no room here tries again only after a second. */
    private static final int BACKLOG = HttpListener.CONNECTIONS;

    private static final Duration KEYS_INTERVAL = Duration.ofSeconds(30);

    private final HttpSetup setup;
    private final Duration keysInterval;
    private final Operations operations;
    private final ReloadCall reload;
    private final Log log;
    private HttpListener listener;
    private EventStreams streams;

    /** Null without TLS. Written by {@link #start} and {@link #close}, read by who asks how things are. */
    private volatile Tls tls;

    /** Why it does not listen although it should; else null. Written by {@link #start}, read by who asks how things are. */
    private volatile String off;

    /**
     * A trigger that does not listen yet.
     *
     * @param setup where, and for whom; without an address {@link #start} does nothing
     * @param operations what it asks the agent for
     * @param reloadTimeout how long a reload may take; clients wait a little longer
     * @param keysInterval in which the files of TLS are looked at again
     */
    public HttpTrigger(HttpSetup setup, Operations operations, Duration reloadTimeout, Duration keysInterval, Log log) {
        this.setup = setup;
        this.keysInterval = keysInterval;
        this.reload = new ReloadCall(operations, reloadTimeout, log);
        this.operations = operations;
        this.log = log;
    }

    /** The same at a loopback address, with one token, without TLS. */
    HttpTrigger(String address, TokenFile tokenFile, Operations operations, Duration reloadTimeout, Log log) {
        this(HttpSetup.at(address, tokenFile), operations, reloadTimeout, KEYS_INTERVAL, log);
    }

    /** Listens, or says in the log why not. Does nothing if it listens already. */
    public synchronized void start() {
        if (setup.address().isEmpty() || listener != null) {
            return;
        }
        try {
            HttpAddress address = setup.checkedAddress();
            Tokens tokens = tokens();
            tls = setup.keys() == null ? null : Tls.of(setup.keys(), keysInterval, log);
            listener = listen(address, tokens);
            off = null;
            log.info(
                    "HTTP listens at {}{}, token in {}{}",
                    tls == null ? "" : "https://",
                    address.withPort(listener.port()),
                    setup.tokenFile(),
                    setup.readTokenFile() == null ? "" : ", for who may only read in " + setup.readTokenFile());
        } catch (IllegalArgumentException | IOException | SecurityException failure) {
            closeTls();
            off = "HTTP is off: " + failure.getMessage();
            log.warn("{}", off);
        }
    }

    private Tokens tokens() throws IOException {
        String operate = setup.tokenFile().read();
        if (setup.readTokenFile() == null) {
            return new Tokens(new BearerToken(operate), null);
        }
        String read = setup.readTokenFile().read();
        if (read.equals(operate)) {
            throw new IOException("http.token-file and http.read-token-file hold the same token, so who may only read"
                    + " could do everything; delete the second file for a new one");
        }
        return new Tokens(new BearerToken(operate), new BearerToken(read));
    }

    private HttpListener listen(HttpAddress address, Tokens tokens) throws IOException {
        ServerSocket server = bind(address.socketAddress());
        Gate gate = new Gate(
                setup.hostHeaders(address, server.getLocalPort()),
                tls == null ? "http://" : "https://",
                tokens,
                new RefusalLimit(System::nanoTime),
                operations,
                log);
        streams = EventStreams.of(operations, log);
        HttpListener fresh = new HttpListener(
                server, tls == null ? Transport.PLAIN : tls, gate, Endpoints.of(operations, reload, streams, log), log);
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
                    "cannot listen at " + setup.address() + " (" + taken.getMessage() + "); choose another port in"
                            + " http.address, 0 for any free one",
                    taken);
        }
    }

    /** What does not work as it should, a sentence; null if all does. */
    public String problem() {
        String why = off;
        if (why != null) {
            return why;
        }
        Tls spoken = tls;
        return spoken == null ? null : spoken.problem();
    }

    /** The port in use, also if the address has port 0; -1 when it does not listen. */
    public synchronized int port() {
        return listener == null ? -1 : listener.port();
    }

    /** Stops listening. Closing again does nothing; it can be started again. */
    @Override
    public synchronized void close() {
        closeTls();
        if (listener != null) {
            listener.close();
            listener = null;
            streams.close();
        }
    }

    private void closeTls() {
        if (tls != null) {
            tls.close();
            tls = null;
        }
    }
}
