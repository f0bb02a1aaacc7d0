package com.acme.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Books one order after the other, as long as the shop has use for a worker of its number. */
class Worker implements Runnable {

    private static final long ORDER_MILLIS = 200;
    private static final long REST_MILLIS = 50;

    private final int number;
    private final ShopConfig config;
    private final Database database;

    Worker(int number, ShopConfig config, Database database) {
        this.number = number;
        this.config = config;
        this.database = database;
    }

    @Override
    public void run() {
        try {
            while (true) {
                if (number <= config.workers()) {
                    book();
                } else {
                    Thread.sleep(REST_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void book() throws InterruptedException {
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO orders (worker) VALUES (?)")) {
            insert.setInt(1, number);
            insert.executeUpdate();
            Thread.sleep(ORDER_MILLIS);
        } catch (SQLTransientConnectionException e) {
            System.out.println("worker " + number + " gave up: " + e.getMessage());
        } catch (SQLException e) {
            System.err.println("worker " + number + " failed: " + e);
            Thread.sleep(ORDER_MILLIS);
        }
    }
}
