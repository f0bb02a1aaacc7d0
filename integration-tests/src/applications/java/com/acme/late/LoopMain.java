package com.acme.late;

import com.acme.shell.Shell;
import java.util.function.Supplier;

/** Runs a loop that began before the class was there whose field it reads, and that no one calls again. */
public final class LoopMain {

    private LoopMain() {}

    public static void main(String[] args) throws Exception {
        Runnable loop = (Runnable) new HidingLoader()
                .loadClass("com.acme.late.Loop")
                .getConstructor()
                .newInstance();
        Thread thread = new Thread(loop, "loop");
        thread.setDaemon(true);
        thread.start();
        new Shell()
                .on("size", words -> String.valueOf(((Supplier<?>) loop).get()))
                .run();
    }
}
