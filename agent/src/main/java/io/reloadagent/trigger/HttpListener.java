package io.reloadagent.trigger;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Accepts connections and has a few daemon threads serve them. It owns all that a stranger could use up: at most
 * {@link #THREADS} connections are served and {@link #WAITING} wait, more are closed at once; who has not sent a whole
 * request, or not taken the answer, within {@link #LIMIT} is cut off. Thread-safe.
 *
 * <p>The JDK's own server is no choice here: on Java 8 it reads headers of any length into memory, which lets any user
 * of the machine end the application, and its limits are system properties that would hold for the application's
 * servers too.
 */
final class HttpListener implements AutoCloseable {

    /** Each of them may wait for a reload, and only those that wait together are answered by the same one. */
    static final int THREADS = 16;

    static final int WAITING = 4;
    static final Duration LIMIT = Duration.ofSeconds(5);

    private static final long CLOSE_MILLIS = 1_000;
    private static final long ACCEPT_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ServerSocket server;
    private final Gate gate;
    private final Endpoints endpoints;
    private final Log log;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Thread acceptor = new DaemonThreads("reload-agent-http-accept-").newThread(this::acceptAll);
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, new DaemonThreads("reload-agent-http-clock-"), new ThreadPoolExecutor.DiscardPolicy());
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(THREADS + WAITING), // all pass through it, also while threads are idle
            new DaemonThreads("reload-agent-http-"));

    /**
     * Listens.
     *
     * @param server bound; closed by {@link #close}
     */
    HttpListener(ServerSocket server, Gate gate, Endpoints endpoints, Log log) {
        this.server = server;
        this.gate = gate;
        this.endpoints = endpoints;
        this.log = log;
        clock.setRemoveOnCancelPolicy(true);
        workers.allowCoreThreadTimeOut(true);
    }

    /** Begins to accept. */
    void start() {
        acceptor.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void acceptAll() {
        boolean failing = false;
        while (!server.isClosed()) {
            try {
                serve(server.accept());
                failing = false;
            } catch (IOException | OutOfMemoryError failure) {
                if (!failing && !server.isClosed()) {
                    log.warn("HTTP connections cannot be accepted now; trying again", failure);
                }
                failing = true;
                LockSupport.parkNanos(ACCEPT_RETRY_NANOS);
            }
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        Deadline deadline = new Deadline(clock, LIMIT, () -> close(socket));
        Connection connection = new Connection(socket, deadline, gate, endpoints, log);
        try {
            if (open.size() > THREADS + WAITING) {
                throw new RejectedExecutionException();
            }
            deadline.start();
            workers.execute(() -> {
                try {
                    connection.run();
                } finally {
                    open.remove(socket);
                }
            });
        } catch (RejectedExecutionException | OutOfMemoryError overloaded) {
            deadline.stop();
            close(socket);
            log.debug("HTTP connection from {} closed: too many at once", socket.getInetAddress());
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException unclosable) {
            log.debug("HTTP connection from {} does not close", socket.getInetAddress(), unclosable);
        }
    }

    /** Stops listening, and cuts off whoever is connected. Closing again does nothing. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException unclosable) {
            log.warn("HTTP port {} does not close", port(), unclosable);
        }
        workers.shutdownNow();
        clock.shutdownNow();
        open.forEach(this::close);
        awaitFreePort();
    }

    /** The operating system keeps the port until the thread that accepts has noticed. */
    private void awaitFreePort() {
        try {
            acceptor.join(CLOSE_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
