package com.acme.mail;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.Dynamic;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Lets through so many mails a second as {@code mail.per-second} says; all of them if that is 0 or less. */
class RateLimiter implements Reloadable {

    @Dynamic("mail.per-second")
    private int perSecond = 10;

    private long intervalNanos;
    private long nextNanos;

    RateLimiter() {
        restart(perSecond);
    }

    void acquire() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(reserve());
    }

    int perSecond() {
        return perSecond;
    }

    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) {
        restart(perSecond);
    }

    private synchronized void restart(int rate) {
        intervalNanos = rate <= 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
        nextNanos = System.nanoTime();
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        long wait = Math.max(0, nextNanos - now);
        nextNanos = now + wait + intervalNanos;
        return wait;
    }
}
