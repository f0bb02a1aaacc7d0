package io.reloadagent.reload;

import java.util.concurrent.CountDownLatch;

/** Application code as ill-behaved as can be: it ignores interrupts. */
final class Uninterruptible {

    private Uninterruptible() {}

    static void await(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException ignored) {
                // that is the point
            }
        }
    }
}
