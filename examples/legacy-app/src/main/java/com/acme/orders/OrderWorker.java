package com.acme.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Works off orders, one batch after the other, until interrupted. */
class OrderWorker implements Runnable {

    private static final long PRICE_CENTS = 1000;
    private static final long WORK_MILLIS = 10;

    private final String name;
    private final OrderConfig config;
    private final ExecutorService executor;
    private final Ledger ledger;
    private String lastStatus = "";

    OrderWorker(String name, OrderConfig config, ExecutorService executor, Ledger ledger) {
        this.name = name;
        this.config = config;
        this.executor = executor;
        this.ledger = ledger;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                printWhenChanged(status(config));
                work(config.getPoolSize(), config.getTimeoutMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String status(OrderConfig config) {
        return "pool " + config.getPoolSize()
                + ", timeout " + config.getTimeoutMillis() + " ms"
                + ", discount " + (config.isDiscountEnabled() ? "on" : "off");
    }

    private void printWhenChanged(String status) {
        if (!status.equals(lastStatus)) {
            System.out.println(name + ": " + status);
            lastStatus = status;
        }
    }

    private void work(int batchSize, long timeoutMillis) throws InterruptedException {
        List<Callable<Long>> batch = new ArrayList<>();
        for (int i = 0; i < Math.max(1, batchSize); i++) {
            batch.add(this::processOrder);
        }
        for (Future<Long> order : executor.invokeAll(batch, timeoutMillis, TimeUnit.MILLISECONDS)) {
            book(order);
        }
    }

    private long processOrder() throws InterruptedException {
        Thread.sleep(WORK_MILLIS);
        return config.isDiscountEnabled() ? PRICE_CENTS * 9 / 10 : PRICE_CENTS;
    }

    private void book(Future<Long> order) throws InterruptedException {
        try {
            ledger.addDone(order.get());
        } catch (CancellationException e) {
            ledger.addLate();
        } catch (ExecutionException e) {
            System.err.println(name + ": order failed: " + e.getCause());
        }
    }
}
