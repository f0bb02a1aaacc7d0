package io.reloadagent.source.extension;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** A call of an extension's code, on a thread of its own: whoever waits for it waits for so long and no longer. Thread-safe. */
final class ForeignCall<T> {

    private final FutureTask<T> task;

    private volatile boolean returned;

    private ForeignCall(Callable<T> code, UnaryOperator<String> mask) {
        this.task = new FutureTask<>(() -> {
            try {
                return code.call();
            } catch (ExtensionException e) {
                throw e;
            } catch (Throwable e) { // described here, on the extension's time: the message is made by its code, too
                throw new ExtensionException("failed with " + Failures.described(e, mask), null);
            } finally {
                returned = true; // before whoever waits for the result may ask again
            }
        });
    }

    /**
     * Begins a call.
     *
     * @param context the context class loader of the thread
     * @param mask leaves out what must not be shown of a message of the code
     * @throws ExtensionException if there is no thread
     */
    static <T> ForeignCall<T> begin(
            String threadName, ClassLoader context, UnaryOperator<String> mask, Callable<T> code)
            throws ExtensionException {
        ForeignCall<T> call = new ForeignCall<>(code, mask);
        Thread thread = new Thread(call::run, threadName);
        thread.setDaemon(true);
        thread.setContextClassLoader(context);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            throw new ExtensionException("has no thread to run on: " + e.getMessage(), null);
        }
        return call;
    }

    private void run() {
        task.run();
        returned = true; // also if it was given up before it began
    }

    boolean returned() {
        return returned;
    }

    /**
     * Waits for the result. A call that takes longer is interrupted and left behind.
     *
     * @throws ExtensionException if it fails, takes longer, or the caller is interrupted; says so as the second half of a sentence
     */
    T await(Duration timeout) throws ExtensionException {
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new ExtensionException("did not answer within " + timeout.toMillis() + " ms", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExtensionException("was interrupted", null);
        } catch (ExecutionException e) {
            throw (ExtensionException) e.getCause();
        }
    }
}
