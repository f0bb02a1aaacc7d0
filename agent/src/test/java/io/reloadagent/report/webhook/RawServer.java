package io.reloadagent.report.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers whatever a test wants, without a regard for HTTP. */
final class RawServer implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger accepted = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Answer answer;

    /** Writes an answer, and may go on until it fails. */
    interface Answer {
        void write(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
    }

    /** A beginning, and then a byte now and then for ever. */
    static Answer drip(String beginning) {
        return (out, closed) -> {
            out.write(beginning.getBytes(ISO_8859_1));
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                out.write('a');
            }
        };
    }

    /** The same text again and again. */
    static Answer repeat(String text) {
        return (out, closed) -> {
            byte[] bytes = text.repeat(100).getBytes(ISO_8859_1);
            while (closed.getCount() > 0) {
                out.write(bytes);
            }
        };
    }

    RawServer(Answer answer) throws IOException {
        this.answer = answer;
        threads.execute(this::accept);
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket client = listening.accept();
                accepted.incrementAndGet();
                threads.execute(() -> serve(client));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            answer.write(client.getOutputStream(), closed);
        } catch (IOException gone) {
            // The client has cut the connection off, which is what it should do.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many connections there were. */
    int accepted() {
        return accepted.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
        threads.shutdownNow();
    }
}
