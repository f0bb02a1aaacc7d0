package io.reloadagent.store;

/** Whether entries can be written, and how long to wait before it is tried again. Guarded by the store that has it. */
final class WriteFailures {

    private static final long FIRST_RETRY_MILLIS = 1_000;
    private static final long LAST_RETRY_MILLIS = 30_000;

    /** Null if all is well. */
    private String last;

    private long count;
    private long retryMillis = FIRST_RETRY_MILLIS;

    /** Returns how many milliseconds to wait: after each failure in a row twice as long, up to half a minute. */
    long add(Throwable failure) {
        last = failure.toString();
        count++;
        long wait = retryMillis;
        retryMillis = Math.min(2 * wait, LAST_RETRY_MILLIS);
        return wait;
    }

    /** Returns whether the last attempt had failed. */
    boolean recover() {
        boolean failed = last != null;
        last = null;
        retryMillis = FIRST_RETRY_MILLIS;
        return failed;
    }

    /** Why nothing can be written; null if all is well. */
    String last() {
        return last;
    }

    /** How many attempts failed. */
    long count() {
        return count;
    }
}
