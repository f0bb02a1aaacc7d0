package com.acme.orders;

import java.time.Duration;

/** The settings of the order service, read once when it starts. */
public class OrderConfig {

    static String logLevel = "INFO";

    private int poolSize;
    private long timeoutMillis;
    private boolean discountEnabled;
    private Duration heartbeat;

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if a setting is missing or is not what it should be
     */
    static OrderConfig load(SettingsFile file) {
        OrderConfig config = new OrderConfig();
        config.poolSize = file.getInt("orders.pool.size");
        config.timeoutMillis = file.getLong("orders.timeout-ms");
        config.discountEnabled = file.getBoolean("orders.discount-enabled");
        config.heartbeat = file.getDuration("orders.heartbeat");
        logLevel = file.getString("orders.log-level");
        return config;
    }

    /** How many orders a worker has in work at a time. */
    public int getPoolSize() {
        return poolSize;
    }

    /** After how many milliseconds a batch of orders is given up. */
    public long getTimeoutMillis() {
        return timeoutMillis;
    }

    /** Whether every order gets the discount. */
    public boolean isDiscountEnabled() {
        return discountEnabled;
    }

    /** The time between two status lines. */
    public Duration getHeartbeat() {
        return heartbeat;
    }
}
