package com.acme.apply;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A pool that can be resized, and does not know that anybody would want to while it runs. */
class Pool {

    static final List<String> CALLS = new CopyOnWriteArrayList<>();

    private static int limit = 100;

    final String name;
    volatile String behaviour = "well";
    private final CountDownLatch never = new CountDownLatch(1);
    private int maxSize;
    private Duration timeout = Duration.ofSeconds(1);
    private int secret;

    Pool(String name) {
        this(name, 5);
    }

    Pool(String name, int maxSize) {
        this.name = name;
        this.maxSize = maxSize;
    }

    public synchronized int getMaxSize() {
        return maxSize;
    }

    public void setMaxSize(int size) throws Exception {
        CALLS.add(name + " setMaxSize " + size + " on "
                + Thread.currentThread().getName().replaceAll("-[0-9]+$", ""));
        switch (behaviour) {
            case "fail":
                throw new IllegalStateException(name + " cannot");
            case "hang":
                never.await();
                break;
            case "reload":
                Requests.reload();
                break;
            default:
                break;
        }
        synchronized (this) {
            maxSize = size;
        }
    }

    public void resize(int size) {
        CALLS.add(name + " resize " + size);
    }

    public void resize(Duration time) {
        CALLS.add(name + " resize " + time);
        timeout = time;
    }

    public Duration currentTimeout() {
        return timeout;
    }

    @SuppressWarnings("unused")
    private void changeSecretly(int value) {
        CALLS.add(name + " changeSecretly " + secret + " -> " + value);
        secret = value;
    }

    void refresh() {
        CALLS.add(name + " refresh");
    }

    public static int getLimit() {
        return limit;
    }

    public static void setLimit(int value) {
        CALLS.add("setLimit " + value);
        limit = value;
    }
}
