package com.acme.shop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The settings of the shop, read once when it starts. */
class ShopConfig {

    private final int workers;
    private final int poolMaximum;
    private final int poolMinimumIdle;
    private final long poolConnectionTimeout;
    private final long poolIdleTimeout;

    private ShopConfig(Properties file) {
        workers = Integer.parseInt(file.getProperty("workers"));
        poolMaximum = Integer.parseInt(file.getProperty("pool.maximum-size"));
        poolMinimumIdle = Integer.parseInt(file.getProperty("pool.minimum-idle"));
        poolConnectionTimeout = Long.parseLong(file.getProperty("pool.connection-timeout"));
        poolIdleTimeout = Long.parseLong(file.getProperty("pool.idle-timeout"));
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if a setting is missing or no number
     */
    static ShopConfig load(Path path) throws IOException {
        Properties file = new Properties();
        try (InputStream in = Files.newInputStream(path)) {
            file.load(in);
        }
        return new ShopConfig(file);
    }

    /** How many workers are at work; the others rest. */
    int workers() {
        return workers;
    }

    /** The most connections. */
    int poolMaximum() {
        return poolMaximum;
    }

    /** So many idle connections are kept. */
    int poolMinimumIdle() {
        return poolMinimumIdle;
    }

    /** How long a worker waits for a connection, in milliseconds. */
    long poolConnectionTimeout() {
        return poolConnectionTimeout;
    }

    /** After so long an idle connection is closed, in milliseconds. */
    long poolIdleTimeout() {
        return poolIdleTimeout;
    }
}
