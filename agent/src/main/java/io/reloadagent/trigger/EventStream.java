package io.reloadagent.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.reloadagent.report.Event;
import io.reloadagent.report.Log;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One client that is told of events, in the form of server-sent events. A client that does not take one in time is cut off;
 * it may come back and go on where it was. Thread-safe.
 */
final class EventStream implements Runnable {

    /** So many events may wait for the client; more than are kept for one that comes back. */
    static final int QUEUE = EventStreams.KEPT * 2;

    private static final int HEARTBEAT_SECONDS = 15;
    private static final String BEGIN = "retry: 3000\n\n";
    private static final String HEARTBEAT = ": still there\n\n";

    private final ClientStream client;
    private final Deadline deadline;
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Consumer<EventStream> ended;
    private final Log log;

    /** Written by the stream's own thread, read by who cuts it off; null before it begins. */
    private volatile Thread runner;

    /**
     * Not begun yet.
     *
     * @param deadline cuts the connection off when a write takes too long
     * @param missed what the client has missed
     * @param ended is told when it is over
     */
    EventStream(ClientStream client, Deadline deadline, List<Event> missed, Consumer<EventStream> ended, Log log) {
        this.client = client;
        this.deadline = deadline;
        this.queue.addAll(missed);
        this.ended = ended;
        this.log = log;
    }

    /** False if too many wait already. */
    boolean offer(Event event) {
        return queue.offer(event);
    }

    @Override
    public void run() {
        runner = Thread.currentThread();
        try {
            OutputStream out = client.out();
            write(out, BEGIN);
            while (client.isOpen()) {
                Event next = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                write(out, next == null ? HEARTBEAT : text(next));
            }
        } catch (IOException gone) {
            log.debug("a client that was told of events is gone", gone);
        } catch (InterruptedException cutOff) {
            log.debug("a client that was told of events is cut off");
        } finally {
            runner = null;
            cutOff();
            ended.accept(this);
        }
    }

    private void write(OutputStream out, String text) throws IOException {
        deadline.start();
        out.write(text.getBytes(UTF_8));
        out.flush();
        deadline.stop();
    }

    private static String text(Event event) {
        return "id: " + event.globalId() + "\nevent: " + event.emittedType() + "\ndata: " + event.toJson() + "\n\n";
    }

    /** How many events still wait. */
    int waiting() {
        return queue.size();
    }

    /** Ends it at once. */
    void cutOff() {
        Thread running = runner;
        if (running != null) {
            running.interrupt();
        }
        try {
            client.close();
        } catch (IOException unclosable) {
            log.debug("the connection of a client that was told of events does not close", unclosable);
        }
    }
}
