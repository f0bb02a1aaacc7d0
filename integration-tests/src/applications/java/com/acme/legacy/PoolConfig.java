package com.acme.legacy;

/** Settings as they were written before there was an agent: set once, read everywhere. */
class PoolConfig {

    static final int MOST_CONNS = 100;
    static String mode = "calm";

    private int maxConns;
    private final long timeoutMillis;

    PoolConfig(int maxConns, long timeoutMillis) {
        this.maxConns = maxConns;
        this.timeoutMillis = timeoutMillis;
    }

    int getMaxConns() {
        return maxConns;
    }

    void setMaxConns(int maxConns) {
        this.maxConns = maxConns;
    }

    long getTimeoutMillis() {
        return timeoutMillis;
    }
}
