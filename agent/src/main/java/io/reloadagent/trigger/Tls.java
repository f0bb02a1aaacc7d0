package io.reloadagent.trigger;

import io.reloadagent.report.DaemonThreads;
import io.reloadagent.report.Log;
import io.reloadagent.settings.ClientAuth;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Talks TLS 1.2 and 1.3. Looks now and then whether its files have changed, and uses what is in them for the next connection; if it cannot
 * be used, the earlier stays. Thread-safe.
 */
final class Tls implements Transport, AutoCloseable {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final KeyFiles files;
    private final Log log;
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(1, new DaemonThreads("reload-agent-http-keys-"));

    /** Written once, before anybody else knows this. */
    private Future<?> looking;

    /** Written by the clock's thread, read by those that serve. */
    private volatile SSLContext context;

    /** Why what is in the files is not used; null if it is. Written by the clock's thread. */
    private volatile String problem;

    /** Of what is used; null if nobody knows. Written before the clock's thread begins, and by it. */
    private byte[] tried;

    private Tls(KeyFiles files, KeyContent content, Log log) throws IOException {
        this.files = files;
        this.log = log;
        this.context = content.context();
        this.tried = content.fingerprint();
        log.info("HTTP has the certificate of {}", content.description());
    }

    /**
     * Reads the files.
     *
     * @param interval in which they are looked at again
     * @throws IOException with a message for the operator, if they cannot be used
     */
    static Tls of(KeyFiles files, Duration interval, Log log) throws IOException {
        Tls tls = new Tls(files, files.read(), log);
        tls.looking = tls.clock.scheduleWithFixedDelay(
                tls::look, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
        return tls;
    }

    private void look() {
        try {
            KeyContent content = files.read();
            byte[] fingerprint = content.fingerprint();
            if (!Arrays.equals(fingerprint, tried)) {
                use(content);
                tried = fingerprint;
            }
        } catch (IOException unreadable) {
            tried = null; // so that whatever is there, when they can be read again, is used
            keep(unreadable.getMessage());
        } catch (RuntimeException | LinkageError failure) {
            keep(failure.toString());
        }
    }

    private void use(KeyContent content) throws IOException {
        context = content.context();
        problem = null;
        log.info("HTTP has a new certificate from now on, of {}", content.description());
    }

    private void keep(String why) {
        if (!why.equals(problem)) {
            problem = why;
            log.warn("HTTP keeps the certificate that it has: {}", why);
        }
    }

    /** Why what is in the files is not used; null if it is. */
    String problem() {
        String why = problem;
        return why == null ? null : "HTTP keeps the certificate that it has: " + why;
    }

    @Override
    public Socket open(Socket accepted) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(accepted, accepted.getInetAddress().getHostAddress(), accepted.getPort(), true);
        socket.setUseClientMode(false);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(Arrays.stream(VERSIONS)
                .filter(Arrays.asList(socket.getSupportedProtocols())::contains)
                .toArray(String[]::new));
        parameters.setUseCipherSuitesOrder(true);
        if (files.clientAuth() == ClientAuth.NEED) {
            parameters.setNeedClientAuth(true);
        } else if (files.clientAuth() == ClientAuth.WANT) {
            parameters.setWantClientAuth(true);
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Looks no more. */
    @Override
    public void close() {
        looking.cancel(true);
        clock.shutdownNow();
    }
}
