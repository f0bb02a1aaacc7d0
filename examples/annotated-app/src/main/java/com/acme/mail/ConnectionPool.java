package com.acme.mail;

import io.reloadagent.api.ConfigChange;
import io.reloadagent.api.Dynamic;
import io.reloadagent.api.ReloadContext;
import io.reloadagent.api.Reloadable;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The connections to the mail server: as many as {@code mail.pool.size} says, within what the server allows. */
class ConnectionPool implements Reloadable {

    static final int LIMIT = 16;

    private static final String SIZE_PATH = "mail.pool.size";

    @Dynamic(SIZE_PATH)
    private int size = 2;

    private final Connections connections = new Connections();
    private int capacity;

    ConnectionPool() {
        check(size);
        resize(size);
    }

    void acquire() throws InterruptedException {
        connections.acquire();
    }

    void release() {
        connections.release();
    }

    synchronized int capacity() {
        return capacity;
    }

    /** Refuses what the mail server would: the whole edit is then refused. The field itself still has the old value. */
    @Override
    public void validate(ReloadContext context, List<ConfigChange> changes) {
        for (ConfigChange change : changes) {
            if (change.fieldPath().equals(SIZE_PATH) && change.newValue() != null) {
                check((Integer) change.newValue());
            }
        }
    }

    /** Takes over the new size; while a reload is being undone, the field reads as before, so the old one. */
    @Override
    public void reload(ReloadContext context, List<ConfigChange> changes) {
        resize(size);
    }

    private static void check(int size) {
        if (size < 1 || size > LIMIT) {
            throw new IllegalArgumentException(
                    SIZE_PATH + " must be 1 to " + LIMIT + ", which is what the mail server allows, not " + size);
        }
    }

    private synchronized void resize(int wanted) {
        if (wanted > capacity) {
            connections.release(wanted - capacity);
        } else {
            connections.reducePermits(capacity - wanted);
        }
        capacity = wanted;
    }

    /** A semaphore that can shrink below what is in use; the surplus goes as it is released. */
    private static class Connections extends Semaphore {

        private static final long serialVersionUID = 1;

        Connections() {
            super(0, true);
        }

        @Override
        protected void reducePermits(int reduction) {
            super.reducePermits(reduction);
        }
    }
}
