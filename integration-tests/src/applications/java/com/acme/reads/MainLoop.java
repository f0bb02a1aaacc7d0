package com.acme.reads;

import io.reloadagent.api.Dynamic;
import java.util.concurrent.locks.LockSupport;

/** Its main creates its settings and never returns: that frame keeps the byte code it began with. */
public final class MainLoop {

    private static final long PAUSE_NANOS = 1_000_000;

    private MainLoop() {}

    public static void main(String[] args) {
        Options options = new Options();
        int last = -1;
        while (true) {
            int now = options.size;
            if (now != last) {
                System.out.println("main reads " + now);
                last = now;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Dynamic("reads")
    private static final class Options {

        int size = 1;
    }
}
