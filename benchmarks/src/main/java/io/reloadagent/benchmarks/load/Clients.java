package io.reloadagent.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Many who ask for the status at once, each again and again, until they are closed. */
final class Clients implements AutoCloseable {

    private final URI agent;
    private final String token;
    private final long pauseMillis;
    private final Latencies latencies = new Latencies();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    /** Set by the closing thread, read by the clients. */
    private volatile boolean closed;

    /** @param pauseMillis between an answer and the next question of the same client */
    Clients(URI agent, String token, int count, long pauseMillis) {
        this.agent = agent;
        this.token = token;
        this.pauseMillis = pauseMillis;
        for (int i = 0; i < count; i++) {
            long first = pauseMillis * i / count;
            threads.add(new Thread(() -> ask(first)));
        }
        threads.forEach(Thread::start);
    }

    private void ask(long firstMillis) {
        try (StatusClient client = new StatusClient(agent, token)) {
            TimeUnit.MILLISECONDS.sleep(firstMillis);
            while (!closed) {
                askOnce(client);
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        } catch (InterruptedException | IOException ending) {
            note(ending.toString());
        }
    }

    private void askOnce(StatusClient client) throws IOException {
        long begin = System.nanoTime();
        try {
            int status = client.get("/admin/status");
            if (status == 200) {
                latencies.add(System.nanoTime() - begin);
            } else {
                note("status " + status);
            }
        } catch (IOException broken) {
            note(broken.toString());
            client.close();
        }
    }

    /** One more, who reloads: whether it worked; if not, that is an error, too. */
    boolean reload(StatusClient client) throws IOException {
        try {
            int status = client.post("/admin/reload", "");
            if (status != 200) {
                note("reload: status " + status);
            }
            return status == 200;
        } catch (IOException broken) {
            note("reload: " + broken);
            client.close();
            return false;
        }
    }

    private void note(String error) {
        errors.computeIfAbsent(error, kind -> new LongAdder()).increment();
    }

    Latencies latencies() {
        return latencies;
    }

    /** How often what went wrong. */
    Map<String, LongAdder> errors() {
        return errors;
    }

    /** Returns when all have got their last answer. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
