package com.acme.exit;

import java.util.concurrent.TimeUnit;

/** Prints, lives for a moment, and ends with an exit code of its own. */
public final class ExitMain {

    private static final int EXIT_CODE = 7;
    private static int size = 42;

    private ExitMain() {}

    public static void main(String[] args) throws InterruptedException {
        System.out.println("size " + size);
        System.err.println("a line on stderr");
        TimeUnit.MILLISECONDS.sleep(500);
        System.out.println("size " + size);
        System.exit(EXIT_CODE);
    }
}
