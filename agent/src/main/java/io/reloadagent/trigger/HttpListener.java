package io.reloadagent.trigger;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Accepts connections and has a daemon thread serve each. It owns all that a stranger could use up: there are at most
 * {@link #CONNECTIONS}, for which those who ask nothing make room, see {@link Seats}; who has not sent a whole
 * request, or not taken the answer, within {@link #LIMIT} is cut off. Thread-safe.
 *
 * <p>The JDK's own server is no choice here: on Java 8 it reads headers of any length into memory, which lets any user
 * of the machine end the application, and its limits are system properties that would hold for the application's
 * servers too.
 */
final class HttpListener implements AutoCloseable {

    /** More than the operators, probes and pages of one JVM; few enough for all to have a thread. */
    static final int CONNECTIONS = 128;

    static final Duration LIMIT = Duration.ofSeconds(5);

    /** Those who have just been sent away need theirs a moment longer. */
    private static final int THREADS = CONNECTIONS + 32;

    private static final long THREAD_IDLE_SECONDS = 10;
    private static final long THREAD_WAIT_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 1_000;
    private static final long ACCEPT_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ServerSocket server;
    private final Transport transport;
    private final Gate gate;
    private final Endpoints endpoints;
    private final Log log;
    private final Seats seats = new Seats(CONNECTIONS, this::close);
    private final Thread acceptor = new DaemonThreads("reload-agent-http-accept-").newThread(this::acceptAll);
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, new DaemonThreads("reload-agent-http-clock-"), new ThreadPoolExecutor.DiscardPolicy());
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            0,
            THREADS,
            THREAD_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DaemonThreads("reload-agent-http-"),
            HttpListener::awaitThread);

    /**
     * Listens.
     *
     * @param server bound; closed by {@link #close}
     */
    HttpListener(ServerSocket server, Transport transport, Gate gate, Endpoints endpoints, Log log) {
        this.server = server;
        this.transport = transport;
        this.gate = gate;
        this.endpoints = endpoints;
        this.log = log;
        clock.setRemoveOnCancelPolicy(true);
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
        Seats.Seat seat = seats.take(socket);
        if (seat == null) {
            log.debug("HTTP connection from {} closed: too many are being served", socket.getInetAddress());
            close(socket);
            return;
        }
        Deadline deadline = new Deadline(clock, LIMIT, () -> close(socket));
        try {
            deadline.start();
            workers.execute(new Connection(socket, transport, seat, deadline, gate, endpoints, log));
        } catch (RejectedExecutionException | OutOfMemoryError overloaded) {
            deadline.stop();
            seat.leave();
            close(socket);
            log.debug("HTTP connection from {} closed: there is no thread for it", socket.getInetAddress());
        }
    }

    /** Who has been sent away gives a thread back at once. */
    private static void awaitThread(Runnable task, ThreadPoolExecutor workers) {
        try {
            if (!workers.isShutdown() && workers.getQueue().offer(task, THREAD_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        throw new RejectedExecutionException("no thread");
    }

    private void close(Socket socket) {
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
        seats.clear();
        awaitFreePort();
    }

    /** The operating system keeps the port until the thread that accepts has noticed. */
    private void awaitFreePort() {
        try {
            acceptor.join(CLOSE_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        seats.clear();
    }
}
