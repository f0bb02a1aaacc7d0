package io.reloadagent.benchmarks.load;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;

/**
 * An application under a constant load: its work of some 0.2 ms comes in 400 times a second, whether it is done with what came before or not. It
 * is told {@code begin} and {@code end} on stdin, and prints how long the work took meanwhile, from when it came in: median, 99th
 * percentile and longest, in milliseconds. Clients can ask a server in it that is not the agent's, as a measure of what asking
 * costs by itself.
 */
public final class LoadApplication {

    private static final int THREADS = 2;
    private static final long INTERVAL_NANOS = 5_000_000;
    private static final long WORK_NANOS = 200_000;
    private static final int WARM_UP = 2_000;
    private static final int ANSWER = 1_024;
    private static final byte[] ITEM = new byte[2_048];

    /** Written by every thread, so that the work is not left out. */
    static volatile int sum;

    /** Written by main, read by the threads. */
    private static volatile Latencies latencies = new Latencies();

    private LoadApplication() {}

    /** Takes the port of the JDK's server. */
    public static void main(String[] arguments) throws IOException {
        serve(Integer.parseInt(arguments[0]));
        int size = size();
        for (int i = 0; i < THREADS; i++) {
            long offset = i * INTERVAL_NANOS / THREADS;
            Thread thread = new Thread(() -> work(size, System.nanoTime() + offset));
            thread.setDaemon(true);
            thread.start();
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Latencies ended = latencies;
            latencies = new Latencies();
            if (line.equals("end")) {
                System.out.printf(
                        Locale.ROOT,
                        "%.3f %.3f %.3f%n",
                        ended.quantile(0.5),
                        ended.quantile(0.99),
                        ended.quantile(1));
            }
        }
    }

    /** What any server would do at least: an answer of a usual size, which was made beforehand, to any request. */
    private static void serve(int port) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        byte[] body = new byte[ANSWER];
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    private static void work(int size, long first) {
        for (long due = first; ; due += INTERVAL_NANOS) {
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            sum = once(size);
            latencies.add(System.nanoTime() - due);
        }
    }

    /** So many rounds take {@link #WORK_NANOS}. */
    private static int size() {
        int size = 100;
        for (int i = 0; i < WARM_UP; i++) {
            sum = once(size);
        }
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < WARM_UP; i++) {
            long begin = System.nanoTime();
            sum = once(size);
            fastest = Math.min(fastest, System.nanoTime() - begin);
        }
        return (int) (size * WORK_NANOS / Math.max(1, fastest));
    }

    /** Items of which each is looked at as the settings say: not a loop that does nothing but read fields. */
    private static int once(int size) {
        CRC32 checksum = new CRC32();
        int result = LoadSettings.summand;
        for (int i = 0; i < size; i++) {
            checksum.update(ITEM);
            if (LoadSettings.enabled) {
                result = result * LoadSettings.factor + (int) checksum.getValue() >>> LoadSettings.shift;
            }
        }
        return result;
    }
}
