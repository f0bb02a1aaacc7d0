package io.reloadagent.report.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.reloadagent.report.Event;
import io.reloadagent.report.Events;
import io.reloadagent.report.Log;
import java.io.IOException;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Sends each event to an HTTP server, in the structured mode of CloudEvents, one after the other. An event that is not taken
 * is sent again after a wait; after {@link Waits#ATTEMPTS} attempts it is given up, and counted. Meanwhile the others wait in
 * the observer's queue. One thread calls it at a time; any may close it.
 */
public final class Webhook implements Consumer<Event>, AutoCloseable {

    /** In the log, in thread names and in metrics. */
    private static final String NAME = "webhook";

    /** How long an attempt may take. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final WebhookUrl address;
    private final Delivery delivery;
    private final Waits waits;
    private final LongAdder lost;
    private final Log log;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Null unless the last event was given up. Written by the observer's thread, read by whoever asks how the agent is. */
    private volatile String problem;

    Webhook(WebhookUrl address, Delivery delivery, Waits waits, LongAdder lost, Log log) {
        this.address = address;
        this.delivery = delivery;
        this.waits = waits;
        this.lost = lost;
        this.log = log;
    }

    /**
     * Has the events from now on sent.
     *
     * @param url the setting {@code webhook.url}
     * @param secretFile the setting {@code webhook.secret-file}; empty for none
     * @return ends it
     * @throws IOException with a message for the operator if the address is none that is safe, or the secret cannot be used
     */
    public static Webhook subscribe(String url, String secretFile, Events events, Log log) throws IOException {
        try {
            WebhookUrl address = WebhookUrl.parse(url);
            Signature signature = secretFile.isEmpty() ? null : Signature.from(Paths.get(secretFile));
            Delivery delivery = new Delivery(address, signature, LIMIT);
            Webhook webhook = new Webhook(address, delivery, new Waits(Waits.FIRST), events.drops(NAME), log);
            events.subscribe(NAME, webhook);
            return webhook;
        } catch (IllegalArgumentException | SecurityException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    @Override
    public void accept(Event event) {
        byte[] document = event.toJson().getBytes(UTF_8);
        String failure = null;
        for (int attempt = 1; attempt <= Waits.ATTEMPTS; attempt++) {
            Answer answer = send(document);
            if (answer.taken) {
                sayIfBack();
                return;
            }
            failure = answer.failure;
            log.debug("the webhook at {} did not take event {}: {}", address, event.id(), failure);
            if (!answer.again || isClosedAfter(waits.before(attempt + 1))) {
                break;
            }
        }
        giveUp(failure);
    }

    private Answer send(byte[] document) {
        try {
            return Answer.of(delivery.attempt(document));
        } catch (OutOfMemoryError failure) {
            lost.increment();
            throw failure;
        } catch (IOException | GeneralSecurityException | RuntimeException | Error failure) {
            // The JDK's client answers what it did not expect with either; a StackOverflowError is among it.
            return Answer.failed(failure.toString());
        }
    }

    private boolean isClosedAfter(Duration wait) {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void giveUp(String failure) {
        lost.increment();
        if (closed.getCount() == 0) {
            return;
        }
        boolean first = problem == null;
        problem = "events are not delivered to the webhook: " + failure;
        if (first) {
            log.warn(
                    "the webhook at {} does not take events; those that it does not get are counted: {}",
                    address,
                    failure);
        }
    }

    private void sayIfBack() {
        if (problem != null) {
            problem = null;
            log.warn("the webhook at {} takes events again", address);
        }
    }

    /** Why the last event was given up, a sentence; null if it was taken, or if there was none yet. Any thread may ask. */
    public String problem() {
        return problem;
    }

    /** Gives up what is being sent, and cuts off the attempt that is under way; does not wait. Closing again does nothing. */
    @Override
    public void close() {
        closed.countDown();
        delivery.close();
    }

    /** What became of an attempt. */
    private static final class Answer {

        private static final int TOO_MANY = 429;
        private static final int TIMEOUT = 408;

        private final boolean taken;
        private final boolean again;
        private final String failure;

        private Answer(boolean taken, boolean again, String failure) {
            this.taken = taken;
            this.again = again;
            this.failure = failure;
        }

        static Answer of(int status) {
            boolean again = status >= 500 || status == TOO_MANY || status == TIMEOUT;
            return new Answer(status >= 200 && status < 300, again, "it answered " + status);
        }

        static Answer failed(String failure) {
            return new Answer(false, true, failure);
        }
    }
}
