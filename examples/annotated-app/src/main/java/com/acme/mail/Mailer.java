package com.acme.mail;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/** Sends mails without end, until interrupted, and prints what it goes by whenever that changes. */
class Mailer implements Runnable {

    private static final String[] RECIPIENTS = {"ann@acme.example", "bob@post.example", "eve@spam.example"};
    private static final long SEND_MILLIS = 40;
    private static final long PAUSE_MILLIS = 20;

    private final MailSettings settings;
    private final ConnectionPool pool;
    private final RateLimiter limiter;
    private final ExecutorService executor;
    private final AtomicLong sent = new AtomicLong();
    private String lastStatus = "";

    Mailer(MailSettings settings, ConnectionPool pool, RateLimiter limiter, ExecutorService executor) {
        this.settings = settings;
        this.pool = pool;
        this.limiter = limiter;
        this.executor = executor;
    }

    long sent() {
        return sent.get();
    }

    @Override
    public void run() {
        try {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i = (i + 1) % RECIPIENTS.length) {
                printWhenChanged();
                if (settings.isPaused() || settings.isBlocked(RECIPIENTS[i])) {
                    Thread.sleep(PAUSE_MILLIS);
                } else {
                    send();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void printWhenChanged() {
        String status = settings + ", pool " + pool.capacity() + ", " + limiter.perSecond() + " a second";
        if (!status.equals(lastStatus)) {
            System.out.println("mailer: " + status);
            lastStatus = status;
        }
    }

    private void send() throws InterruptedException {
        limiter.acquire();
        pool.acquire();
        executor.execute(() -> {
            try {
                Thread.sleep(SEND_MILLIS);
                sent.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                pool.release();
            }
        });
    }
}
