package com.acme.late;

import com.acme.shell.Busy;
import com.acme.shell.Shell;
import java.util.function.Supplier;

/** Reads a field of a class that appears after its reader. */
public final class LateMain {

    private LateMain() {}

    public static void main(String[] args) throws Exception {
        Supplier<?> reader = (Supplier<?>) new HidingLoader()
                .loadClass("com.acme.late.Reader")
                .getConstructor()
                .newInstance();
        Busy busy = new Busy().reading("size", reader).begin();
        new Shell().on("seen", words -> busy.seen(words.get(0))).run();
    }
}
