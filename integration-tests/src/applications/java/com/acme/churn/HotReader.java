package com.acme.churn;

import java.util.function.IntSupplier;

/** Reads what changes, without a pause, in methods that are compiled apart. */
final class HotReader extends Thread {

    private final ChurningSettings settings = new ChurningSettings();
    private final IntSupplier[] sites = {
        () -> ChurningSettings.number,
        () -> ChurningSettings.number + settings.text.length(),
        this::sum,
        () -> settings.text.length() * 2,
    };

    /** Written by this thread, read by all; negative before the first read. */
    private volatile int newest = -1;

    HotReader() {
        super("hot reader");
        setDaemon(true);
    }

    @Override
    public void run() {
        while (true) {
            int total = 0;
            for (int i = 0; i < 100; i++) {
                for (IntSupplier site : sites) {
                    total += site.getAsInt();
                }
            }
            newest = total == 0 ? -1 : ChurningSettings.number;
        }
    }

    private int sum() {
        int sum = 0;
        for (int i = 0; i < 50; i++) {
            sum += ChurningSettings.number;
        }
        return sum;
    }

    /** The number that was read last. */
    int newest() {
        return newest;
    }
}
